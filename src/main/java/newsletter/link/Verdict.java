package newsletter.link;

/** What is known of a link. Reasons are clauses in lower case that stand after a colon. */
public sealed interface Verdict {
    /** It works. */
    record Ok() implements Verdict {}

    /** A reader who follows it finds nothing. The only verdict that fails a check. */
    record Broken(String why) implements Verdict {}

    /** It works, from another address, for good. */
    record Moved(String to) implements Verdict {}

    /** A program cannot tell; a person can. */
    record Unsure(String why) implements Verdict {}

    /** The verdict in one word. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
