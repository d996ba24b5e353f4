package newsletter.parse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsletter.finding.Failure;

/**
 * Runs work that hostile or mistaken input can make endless or bottomless: on a thread with a deep stack, for a limited time.
 * A thread that does not come back in time is interrupted; work that does not heed that is left to itself as a daemon, since
 * Java cannot end it.
 */
public final class Guard {
    private static final long STACK = 64L << 20;

    private final Duration limit;

    /** @param limit how long one piece of work may take */
    public Guard(Duration limit) {
        this.limit = limit;
    }

    /** What the work returns; empty when it took too long, read too much ({@link MeteredText}) or nested too deep. */
    public <T> Optional<T> run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "guarded", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return rethrow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static <T> Optional<T> rethrow(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof StackOverflowError || cause instanceof MeteredText.ExhaustedException) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
