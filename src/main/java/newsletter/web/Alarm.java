package newsletter.web;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket when its time is over. A read time-out would not do: it begins anew with every byte, and a server that sends
 * one a second could hold us for ever, within a TLS record too.
 */
final class Alarm implements Closeable {
    private final Future<?> pending;
    private volatile boolean rang;

    /** Sets an alarm; closing it calls it off. */
    Alarm(ScheduledExecutorService timer, Duration time, Socket socket) {
        pending = timer.schedule(() -> ring(socket), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ring(Socket socket) {
        rang = true;
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed in any case.
        }
    }

    /** Whether the time is over. */
    boolean rang() {
        return rang;
    }

    @Override
    public void close() {
        pending.cancel(false);
    }
}
