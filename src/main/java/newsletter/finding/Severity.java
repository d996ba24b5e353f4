package newsletter.finding;

import java.util.Locale;

/** How much a finding matters. Declared from the gravest to the lightest. */
public enum Severity {
    /** Nothing is written or sent while one is open. */
    ERROR,
    /** Doubtful; the output is made all the same. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The word that a report prints: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
