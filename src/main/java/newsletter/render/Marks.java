package newsletter.render;

import java.util.LinkedHashMap;
import java.util.Map;
import newsletter.finding.Location;
import newsletter.model.Origin;

/**
 * The places that wrote the page's elements, numbered as they are asked for: the theme's even, those of editors odd, so that each
 * can be counted for itself. Thread-safe, since a template that is given up may still be writing.
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
        int odd = origin.byEditor() ? 1 : 0;
        return " " + Origin.MARK + "=" + numbers.computeIfAbsent(origin, unknown -> 2 * numbers.size() + odd);
    }

    /** Adds all of them by number. */
    synchronized void addTo(Map<Integer, Origin> all) {
        numbers.forEach((origin, number) -> all.put(number, origin));
    }
}
