package newsletter.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsletter.finding.Location;
import newsletter.model.Origin;

/**
 * The places that wrote the page's elements, numbered as they are asked for. Thread-safe, since a template that is given up may
 * still be writing.
 */
final class Marks {
    private final Map<Origin, Integer> numbers = new LinkedHashMap<>();

    /** What to write behind the name in a tag that stands there in a template. */
    String ofTemplate(Location at) {
        return mark(new Origin(at, false));
    }

    /** What to write behind the name in a tag for what an editor wrote there. */
    String ofEditor(Location at) {
        return mark(new Origin(at, true));
    }

    /** Without quotes: a template may print what it has collected into an attribute. */
    private synchronized String mark(Origin origin) {
        return " " + Origin.MARK + "=" + numbers.computeIfAbsent(origin, unknown -> numbers.size());
    }

    /** All of them by number. */
    synchronized List<Origin> all() {
        return List.copyOf(numbers.keySet());
    }
}
