package newsletter.send;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps a rate over all connections: messages are let go at even distances. Safe to be used from several threads. */
final class Pace {
    private final long distance;
    private long next = System.nanoTime();

    /** @param distance from one message to the next; zero for no limit */
    Pace(Duration distance) {
        this.distance = distance.toNanos();
    }

    /** Waits for this message's turn. */
    void await() throws InterruptedException {
        if (distance > 0) {
            long wait = reserve() - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
        }
    }

    private synchronized long reserve() {
        long turn = Math.max(next, System.nanoTime());
        next = turn + distance;
        return turn;
    }
}
