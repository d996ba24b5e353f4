package newsletter.parse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import newsletter.finding.Failure;

/**
 * Runs work that hostile or mistaken input can make endless or bottomless: on a thread with a deep stack, for a limited time of
 * a processor, so that a busy machine does not make good input bad. A thread that does not come back in time is interrupted;
 * work that does not heed that is left to itself as a daemon, since Java cannot end it.
 */
public final class Guard {
    private static final long STACK = 64L << 20;
    /** How many times the limit may go by on the clock: work that waits for something uses no processor. */
    private static final int PATIENCE = 30;

    private final Duration limit;

    /** In ns. {@code Duration} would multiply by way of decimal numbers, which take a fifth of a build's first text to load. */
    private final long patience;

    /** To start a thread takes as long as to parse a short text. One that does not come back is missing here and replaced. */
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /** @param limit how much time of a processor one piece of work may take; thirty times that may go by on the clock */
    public Guard(Duration limit) {
        this.limit = limit;
        this.patience = limit.toNanos() * PATIENCE;
    }

    /** What the work returns; empty when it took too long, read too much ({@link MeteredText}) or nested too deep. */
    public <T> Optional<T> run(Callable<T> work) {
        return begin(work).result();
    }

    /** Begins work that goes on until its result is asked for. */
    public <T> Work<T> begin(Callable<T> work) {
        Worker worker = Optional.ofNullable(idle.poll()).orElseGet(Worker::new);
        return new Work<>(worker, worker.submit(work));
    }

    /** Work that was begun; its time on the clock counts from when somebody waits for it. */
    public final class Work<T> {
        private final Worker worker;
        private final Future<T> task;

        private Work(Worker worker, Future<T> task) {
            this.worker = worker;
            this.task = task;
        }

        /** As {@link Guard#run} has it; to be asked once. */
        public Optional<T> result() {
            try {
                Optional<T> result = await(task, worker);
                result.ifPresent(done -> idle.add(worker));
                return result;
            } catch (ExecutionException e) {
                idle.add(worker);
                return rethrow(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
            }
        }
    }

    private <T> Optional<T> await(Future<T> task, Worker worker) throws InterruptedException, ExecutionException {
        Duration left = limit;
        long end = System.nanoTime() + patience;
        while (left.toMillis() > 0 && System.nanoTime() < end) {
            try {
                return Optional.of(task.get(left.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                left = limit.minus(worker.processorTime().orElse(limit));
            }
        }
        task.cancel(true);
        return Optional.empty();
    }

    private static <T> Optional<T> rethrow(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof StackOverflowError || cause instanceof MeteredText.ExhaustedException) {
            return Optional.empty();
        }
        throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    /** A thread with a deep stack that does one piece of work after the other, and ends when there is none for long. */
    private static final class Worker {
        private static final int REST_SECONDS = 5;

        private final ThreadPoolExecutor thread;
        private volatile long id;
        private volatile long begun;

        /** In ns: how long it has worked before, by the clock. To ask for the processor's time at each start costs too much. */
        private final AtomicLong earlier = new AtomicLong();

        Worker() {
            thread = new ThreadPoolExecutor(
                    1, 1, REST_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Worker::thread);
            thread.allowCoreThreadTimeOut(true);
        }

        private static Thread thread(Runnable work) {
            Thread thread = new Thread(null, work, "guarded", STACK);
            thread.setDaemon(true);
            return thread;
        }

        <T> Future<T> submit(Callable<T> work) {
            return thread.submit(() -> {
                enter();
                try {
                    return work.call();
                } finally {
                    earlier.addAndGet(System.nanoTime() - begun);
                }
            });
        }

        private void enter() {
            long now = Thread.currentThread().getId();
            if (id != now) {
                id = now;
                earlier.set(0);
            }
            begun = System.nanoTime();
        }

        /**
         * At least so much time of a processor the present work has used; empty where the machine does not tell. None before the work
         * has begun, when the thread is still to come: the JVM takes no 0 for a thread, and tells -1 of one that has ended.
         */
        Optional<Duration> processorTime() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            if (!threads.isThreadCpuTimeSupported()) {
                return Optional.empty();
            }
            long used = id == 0 ? 0 : threads.getThreadCpuTime(id) - earlier.get();
            return Optional.of(Duration.ofNanos(Math.max(0, used)));
        }
    }
}
