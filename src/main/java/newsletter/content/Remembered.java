package newsletter.content;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;

/**
 * What was made of texts, for as long as they stay as they are; what was found in one is found again. Thread-safe.
 *
 * @param <T> what is made of a text, from it alone; immutable
 */
final class Remembered<T> {
    private final Map<String, Made<T>> byPath = new ConcurrentHashMap<>();

    private record Made<T>(Source source, T value, Findings findings) {
        /** What a machine with too much to do has given up for want of time may come to an end the next time. */
        boolean isHasty() {
            return findings.sorted().stream().anyMatch(finding -> finding.code() == Code.TOO_COMPLEX);
        }
    }

    /** What is made of a text: by {@code maker}, where it was not so before. */
    T of(Source source, BiFunction<Source, Findings, T> maker, Findings findings) {
        Made<T> made = byPath.get(source.path());
        if (made == null || !made.source().text().equals(source.text())) {
            Findings own = new Findings();
            made = new Made<>(source, maker.apply(source, own), own);
            if (made.isHasty()) {
                byPath.remove(source.path());
            } else {
                byPath.put(source.path(), made);
            }
        }
        findings.addAll(made.findings());
        return made.value();
    }

    /** Forgets all texts but those with such paths. */
    void keepOnly(Set<String> paths) {
        byPath.keySet().retainAll(paths);
    }

    /** Forgets all. */
    void clear() {
        byPath.clear();
    }
}
