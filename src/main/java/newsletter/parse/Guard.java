package newsletter.parse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsletter.finding.Failure;

/**
 * Runs work that hostile or mistaken input can make endless or bottomless: on a thread with a deep stack, for a limited time of
 * a processor, so that a busy machine does not make good input bad. A thread that does not come back in time is interrupted;
 * work that does not heed that is left to itself as a daemon, since Java cannot end it.
 */
public final class Guard {
    private static final long STACK = 64L << 20;
    /** How many times the limit may go by on the clock: work that waits for something uses no processor. */
    private static final int PATIENCE = 10;

    private final Duration limit;

    /** @param limit how much time of a processor one piece of work may take; ten times that may go by on the clock */
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
            return await(task, thread);
        } catch (ExecutionException e) {
            return rethrow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private <T> Optional<T> await(FutureTask<T> task, Thread thread) throws InterruptedException, ExecutionException {
        Duration left = limit;
        long end = System.nanoTime() + limit.multipliedBy(PATIENCE).toNanos();
        while (left.toMillis() > 0 && System.nanoTime() < end) {
            try {
                return Optional.of(task.get(left.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                left = limit.minus(processorTime(thread));
            }
        }
        thread.interrupt();
        return Optional.empty();
    }

    /** What the thread has used; all of the limit where the machine does not tell. */
    private Duration processorTime(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isThreadCpuTimeSupported() ? Duration.ofNanos(threads.getThreadCpuTime(thread.getId())) : limit;
    }

    private static <T> Optional<T> rethrow(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof StackOverflowError || cause instanceof MeteredText.ExhaustedException) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
