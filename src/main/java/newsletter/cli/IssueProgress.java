package newsletter.cli;

import java.util.Locale;
import newsletter.pipeline.AllIssues;

/** How many issues are done, in one line of a terminal that is written over and gone in the end. */
final class IssueProgress implements AllIssues.Progress, AutoCloseable {
    private final TerminalLine line;
    private final boolean shown;

    /** @param shown whether somebody watches */
    IssueProgress(Surroundings surroundings, boolean shown) {
        this.line = new TerminalLine(surroundings.err());
        this.shown = shown;
        print(shown ? "reading ..." : "");
    }

    @Override
    public synchronized void done(int issues, int total) {
        print(String.format(Locale.ROOT, "%d of %d issues", issues, total));
    }

    private void print(String text) {
        if (shown) {
            line.show(text);
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        print("");
    }
}
