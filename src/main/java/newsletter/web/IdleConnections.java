package newsletter.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Connections that wait for the next request to their server: a few, and not for long. Thread-safe. */
final class IdleConnections {
    /** Servers commonly close after 5 seconds. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final int most;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    IdleConnections(int most) {
        this.most = most;
    }

    private record Waiting(Connection connection, long since) {}

    /** Takes the one that came last: it is the least likely to be stale. */
    synchronized Optional<Connection> take(String origin) {
        for (Iterator<Waiting> newest = waiting.descendingIterator(); newest.hasNext(); ) {
            Waiting candidate = newest.next();
            if (candidate.connection().origin().equals(origin)) {
                newest.remove();
                if (System.nanoTime() - candidate.since() < LONGEST_NANOS) {
                    return Optional.of(candidate.connection());
                }
                candidate.connection().close();
            }
        }
        return Optional.empty();
    }

    /** Keeps a connection, or closes it when it cannot be used again; the oldest goes when there are too many. */
    synchronized void put(Connection connection) {
        if (!connection.isReusable()) {
            connection.close();
            return;
        }
        waiting.addLast(new Waiting(connection, System.nanoTime()));
        if (waiting.size() > most) {
            waiting.removeFirst().connection().close();
        }
    }

    synchronized void closeAll() {
        waiting.forEach(one -> one.connection().close());
        waiting.clear();
    }
}
