package newsletter.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C, and whoever else ends the process politely, wait until what is in flight has come to its end. */
final class Interruption implements AutoCloseable {
    /** Longer than a server may take for its answer. */
    private static final long PATIENCE_SECONDS = 150;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks for an end, and does not wait for it */
    Interruption(Runnable stop) {
        this.hook = new Thread(() -> await(stop), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await(Runnable stop) {
        stop.run();
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that all is told that has to be told. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is what ends it.
        }
    }
}
