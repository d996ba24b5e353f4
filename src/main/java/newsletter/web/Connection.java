package newsletter.web;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** A connection to a server, or through a proxy to one. Used by one thread at a time. */
abstract sealed class Connection implements Closeable permits Http1Connection, Http2Connection {
    /** What we take: pages rather than anything else. */
    static final String ACCEPTED = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final String origin;
    private final Socket wire;
    private final Socket socket;
    private final InputStream in;
    private boolean reusable = true;

    /**
     * A connection that stands.
     *
     * @param origin whose requests it takes, as {@link Address#origin()}
     * @param wire the socket itself; closing it ends everything at once, where closing TLS would first say good-bye
     * @param socket the same, or TLS on top of it
     */
    Connection(String origin, Socket wire, Socket socket) throws IOException {
        this.origin = origin;
        this.wire = wire;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Whose requests it takes, as {@link Address#origin()}. */
    final String origin() {
        return origin;
    }

    /** Whether it can take another request. */
    final boolean isReusable() {
        return reusable;
    }

    final void setReusable(boolean takesMore) {
        reusable = takesMore;
    }

    final InputStream in() {
        return in;
    }

    final void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Ends the connection when a time is over, unless it is closed before. */
    final Alarm alarm(Duration time, ScheduledExecutorService timer) {
        return new Alarm(timer, time, wire);
    }

    /**
     * Asks, and reads the answer as far as the limits go.
     *
     * @throws NoAnswerException when no head came
     * @throws AgainException when that may be the connection's fault
     */
    abstract Response exchange(
            Method method, Address address, String agent, Limits limits, ScheduledExecutorService timer)
            throws NoAnswerException, AgainException;

    static NoAnswerException tooSlow(Limits limits, IOException e) {
        String message = "no answer within " + limits.head().toSeconds() + " seconds";
        return new NoAnswerException(Trouble.TOO_SLOW, message, e);
    }

    @Override
    public final void close() {
        try {
            wire.close();
        } catch (IOException e) {
            // It is closed in any case.
        }
    }

    /**
     * The request can be sent again: a kept connection had been closed by the server in the meantime, or carried a body where none
     * belongs (some send one after HEAD); or a server that offers HTTP/2 does not speak it well.
     */
    static final class AgainException extends Exception {
        private static final long serialVersionUID = 1L;

        AgainException(IOException cause) {
            super(cause);
        }
    }
}
