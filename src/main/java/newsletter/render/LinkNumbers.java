package newsletter.render;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of addresses in a plain text, counted from 1 in the order in which they are first asked for. Not thread-safe. */
final class LinkNumbers {
    private final Map<URI, Integer> numbers = new LinkedHashMap<>();

    /** {@code [3]}. */
    String mark(URI target) {
        return "[" + numbers.computeIfAbsent(target, unknown -> numbers.size() + 1) + "]";
    }

    /** {@code [3] https://example.org/}. */
    String note(URI target) {
        return mark(target) + " " + shown(target);
    }

    /** The address as a reader would type it. */
    static String shown(URI target) {
        String text = target.toString();
        return text.startsWith("mailto:") ? text.substring("mailto:".length()) : text;
    }
}
