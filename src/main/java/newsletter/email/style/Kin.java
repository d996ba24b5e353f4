package newsletter.email.style;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Elements alike in their names and classes, in whether they are links, and in all that around them: a selector that asks for no more
 * matches all of them or none. Equal to no other.
 */
final class Kin {
    private final Map<String, Kin> inner = new HashMap<>();

    /** The kin of an element that stands in one of these. */
    Kin of(Element element) {
        String likeness = element.normalName() + (element.hasAttr("href") ? " 1 " : " 0 ") + element.attr("class");
        return inner.computeIfAbsent(likeness, any -> new Kin());
    }
}
