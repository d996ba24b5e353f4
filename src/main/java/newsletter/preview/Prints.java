package newsletter.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last good page of each of the issues that were last made. Thread-safe. */
final class Prints {
    /** Of so many issues. */
    private static final int KEPT = 8;

    private final Map<String, Print> prints = new LinkedHashMap<>(KEPT, 0.75f, true);

    synchronized void keep(Print print) {
        prints.put(print.sheet().issue().id(), print);
        if (prints.size() > KEPT) {
            prints.remove(prints.keySet().iterator().next());
        }
    }

    synchronized Optional<Print> of(String issue) {
        return Optional.ofNullable(prints.get(issue));
    }
}
