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
    private final Map<Location, Integer> templates = new LinkedHashMap<>();
    private final Map<Location, Integer> editors = new LinkedHashMap<>();

    /** What to write behind the name in a tag that stands there in a template. */
    synchronized String ofTemplate(Location at) {
        return mark(templates.computeIfAbsent(at, unknown -> 2 * templates.size()));
    }

    /** What to write behind the name in a tag for what an editor wrote there. */
    synchronized String ofEditor(Location at) {
        return mark(editors.computeIfAbsent(at, unknown -> 2 * editors.size() + 1));
    }

    /** Without quotes: a template may print what it has collected into an attribute. */
    private static String mark(int number) {
        return " " + Origin.MARK + "=" + number;
    }

    /** Adds all of them by number. */
    synchronized void addTo(Map<Integer, Origin> all) {
        templates.forEach((at, number) -> all.put(number, new Origin(at, false)));
        editors.forEach((at, number) -> all.put(number, new Origin(at, true)));
    }
}
