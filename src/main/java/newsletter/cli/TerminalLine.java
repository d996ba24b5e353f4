package newsletter.cli;

import java.io.PrintStream;

/** A line of a terminal that is written over until it is taken away. */
final class TerminalLine {
    /** To the beginning of the line, and clear it to its end (ECMA-48, EL). */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;

    TerminalLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Writes a text over what stands there. */
    void show(String text) {
        terminal.print(CLEAR + text);
        terminal.flush();
    }

    /** Leaves nothing. */
    void clear() {
        show("");
    }
}
