package newsletter.link;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** How time passes while a server has asked us to wait. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits until the condition is signalled or the time is over, whichever comes first. The caller holds the condition's lock.
     *
     * @throws InterruptedException when the thread is asked to stop
     */
    void await(Condition signal, Duration atMost) throws InterruptedException;

    /** In real time. */
    @SuppressWarnings("WaitNotInLoop") // The loop is the caller's.
    static Pause real() {
        return (signal, atMost) -> {
            long unused = signal.awaitNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), atMost.toNanos()));
        };
    }
}
