package newsletter.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import newsletter.link.Checked;
import newsletter.link.Progress;
import newsletter.link.Verdict;

/** How far a check of links has come, in one line of a terminal that is written over and gone in the end. */
final class ProgressLine implements Progress, AutoCloseable {
    /** Thousands of links would else make a terminal the slowest part. */
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final TerminalLine line;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private int broken;

    ProgressLine(PrintStream terminal, InstantSource clock) {
        this.line = new TerminalLine(terminal);
        this.clock = clock;
    }

    @Override
    public synchronized void settled(Checked latest, int done, int total) {
        broken += latest.verdict() instanceof Verdict.Broken ? 1 : 0;
        Instant now = clock.instant();
        if (now.isBefore(next) && done < total) {
            return;
        }
        next = now.plus(BETWEEN);
        line.show(String.format(Locale.ROOT, "links: %d of %d, %d broken", done, total, broken));
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (!next.equals(Instant.MIN)) {
            line.clear();
        }
    }
}
