package newsletter.finding;

import java.util.Comparator;

/**
 * Something wrong or doubtful in what an editor wrote.
 *
 * @param code what kind of thing; gives the severity
 * @param at the place an editor has to look at
 * @param message one sentence in lower case without a full stop, naming the thing
 * @param hint what to do about it, in the same form
 */
public record Finding(Code code, Location at, String message, String hint) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::at)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    /**
     * Takes the passwords of addresses out.
     *
     * @throws IllegalArgumentException when message or hint is blank: a finding that does not teach is a defect
     */
    public Finding {
        if (message.isBlank() || hint.isBlank()) {
            throw new IllegalArgumentException("a finding needs a message and a hint: " + code.id());
        }
        message = Secrecy.masked(message);
        hint = Secrecy.masked(hint);
    }

    /** How much it matters. */
    public Severity severity() {
        return code.severity();
    }

    /** By place, then the gravest first. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
