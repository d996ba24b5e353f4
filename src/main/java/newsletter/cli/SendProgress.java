package newsletter.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import newsletter.send.Outcome;

/** Shows how far a send is: a bar on a terminal, a line a minute elsewhere. Safe to be told from several threads. */
final class SendProgress implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofMinutes(1);
    private static final int WIDTH = 24;

    private final PrintStream err;
    private final TerminalLine shown;
    private final boolean terminal;
    private final long all;
    private final long begun = System.nanoTime();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong unsure = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "progress");

    /** @param all how many there are to be sent */
    SendProgress(Surroundings surroundings, long all) {
        this.err = surroundings.err();
        this.shown = new TerminalLine(err);
        this.terminal = surroundings.isTerminal();
        this.all = all;
    }

    /** Counts what came of an attempt. */
    void count(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            sent.incrementAndGet();
        } else if (outcome instanceof Outcome.Refused) {
            failed.incrementAndGet();
        } else if (outcome instanceof Outcome.Unknown) {
            unsure.incrementAndGet();
        }
    }

    /** Shows it from now on, until it is closed. */
    SendProgress show() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        Duration pause = terminal ? ON_TERMINAL : ELSEWHERE;
        try {
            do {
                if (terminal) {
                    shown.show(bar() + line());
                } else if (done() > 0) {
                    err.println(line());
                }
            } while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long done() {
        return sent.get() + failed.get() + unsure.get();
    }

    private String bar() {
        int full = all == 0 ? WIDTH : (int) Math.min(WIDTH, done() * WIDTH / all);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
    }

    private String line() {
        double rate = rate();
        String left =
                rate > 0 ? ", " + Words.duration(Duration.ofSeconds((long) ((all - done()) / rate))) + " left" : "";
        return done() + " of " + all + (failed.get() > 0 ? ", " + failed.get() + " failed" : "")
                + String.format(Locale.ROOT, ", %.1f a second", rate) + left;
    }

    private double rate() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return seconds < 0.001 ? 0 : done() / seconds;
    }

    /** How long it took, and how fast it went: {@code 12 s, 41.7 a second}. */
    String pace() {
        return Words.duration(Duration.ofNanos(System.nanoTime() - begun))
                + String.format(Locale.ROOT, ", %.1f a second", rate());
    }

    /** Clears the bar, which has no place beside the end's lines. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            shown.clear();
        }
    }
}
