package newsletter.send;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Hands out the deliveries of a mailing to the workers, one by one, until there are none left. Safe to be used from several threads. */
final class Claims {
    /** Small enough that all are begun long before their leases lapse. */
    private static final int AT_ONCE = 50;

    /** Others' claims may lapse sooner than they say. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(5);

    private final Mailing mailing;
    private final Deque<Delivery> claimed = new ArrayDeque<>();
    private boolean stopped;

    Claims(Mailing mailing) {
        this.mailing = mailing;
    }

    /** The next one that is due, waiting for it where it is due later; empty when there is nothing more to do. */
    synchronized Optional<Delivery> next() throws InterruptedException {
        while (!stopped && claimed.isEmpty()) {
            claimed.addAll(mailing.claim(AT_ONCE));
            if (claimed.isEmpty()) {
                Optional<Duration> wait = mailing.untilDue();
                if (wait.isEmpty()) {
                    return Optional.empty();
                }
                // Another sender may have died since.
                mailing.recover();
                wait(Math.max(1, Math.min(wait.get().toMillis(), LONGEST_NAP.toMillis())));
            }
        }
        return stopped ? Optional.empty() : Optional.of(claimed.remove());
    }

    /** Has those look again who wait for what another worker had claimed and now has begun. */
    synchronized void begun() {
        notifyAll();
    }

    /** Hands out no more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
