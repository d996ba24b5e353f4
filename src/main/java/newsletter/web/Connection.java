package newsletter.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;

/** A connection to a server, or through a proxy to one. Used by one thread at a time. */
sealed interface Connection extends Closeable permits Http1Connection, Http2Connection {
    /** Whose requests it takes, as {@link Address#origin()}. */
    String origin();

    /** Whether it can take another request. */
    boolean isReusable();

    /**
     * Asks, and reads the answer as far as the limits go.
     *
     * @throws NoAnswerException when no head came
     * @throws AgainException when that may be the connection's fault
     */
    Response exchange(Method method, Address address, String agent, Limits limits, ScheduledExecutorService timer)
            throws NoAnswerException, AgainException;

    @Override
    void close();

    /**
     * The request can be sent again: a kept connection had been closed by the server in the meantime, or carried a body where none
     * belongs (some send one after HEAD); or a server that offers HTTP/2 does not speak it well.
     */
    final class AgainException extends Exception {
        private static final long serialVersionUID = 1L;

        AgainException(IOException cause) {
            super(cause);
        }
    }
}
