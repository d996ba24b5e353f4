package newsletter.cli;

import java.util.Locale;
import newsletter.pipeline.AllIssues;

/** How many issues are built, in one line of a terminal that is written over and gone in the end. */
final class IssueProgress implements AllIssues.Progress, AutoCloseable {
    /** To the beginning of the line, and clear it (ECMA-48, EL). */
    private static final String CLEAR = "\r\u001b[K";

    private final Surroundings surroundings;
    private final boolean shown;

    /** @param shown whether somebody watches */
    IssueProgress(Surroundings surroundings, boolean shown) {
        this.surroundings = surroundings;
        this.shown = shown;
        print(shown ? "reading ..." : "");
    }

    @Override
    public synchronized void done(int issues, int total) {
        print(String.format(Locale.ROOT, "%d of %d issues", issues, total));
    }

    private void print(String text) {
        if (shown) {
            surroundings.err().print(CLEAR + text);
            surroundings.err().flush();
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        print("");
    }
}
