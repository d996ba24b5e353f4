package newsletter.send;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import newsletter.finding.Failure;

/**
 * Writes the ledger: one thread with one connection. All that is waiting goes into one transaction, so that many workers share
 * the price of one flush to the disk. What is asked for is done in that order. Safe to be called from any thread.
 */
final class Scribe implements AutoCloseable {
    private static final int MOST_AT_ONCE = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final BlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Thread thread;

    Scribe(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.thread = new Thread(this::write, "ledger");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something to do within a transaction. */
    interface Task<T> {
        T run(Scribe scribe) throws SQLException;
    }

    private record Entry<T>(Task<T> task, CompletableFuture<T> written) {}

    /**
     * Asks for something to be done.
     *
     * @return done once it is safe on the disk; fails with a {@link Failure} when it could not be written
     */
    <T> CompletableFuture<T> ask(Task<T> task) {
        Entry<T> entry = new Entry<>(task, new CompletableFuture<>());
        queue.add(entry);
        return entry.written();
    }

    /** Asks, and waits until it is safe on the disk. */
    <T> T call(Task<T> task) {
        return await(ask(task));
    }

    /** @throws Failure when it could not be written */
    static <T> T await(CompletableFuture<T> written) {
        try {
            return written.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** A statement of this connection, prepared once. To be used within a {@link Task} only. */
    PreparedStatement prepare(String statement) throws SQLException {
        PreparedStatement known = statements.get(statement);
        if (known == null) {
            known = connection.prepareStatement(dialect.sql(statement));
            statements.put(statement, known);
        }
        return known;
    }

    /** Runs a statement with parameters, and tells how many rows it changed. To be used within a {@link Task} only. */
    int update(String statement, Object... parameters) throws SQLException {
        PreparedStatement prepared = prepare(statement);
        bind(prepared, parameters);
        return prepared.executeUpdate();
    }

    /** The one number that a query answers. To be used within a {@link Task} only. */
    long count(String query, Object... parameters) throws SQLException {
        PreparedStatement prepared = prepare(query);
        bind(prepared, parameters);
        try (ResultSet rows = prepared.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Sets all parameters of a statement. */
    static void bind(PreparedStatement prepared, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            prepared.setObject(index + 1, parameters[index]);
        }
    }

    private void write() {
        List<Entry<?>> entries = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                entries.add(queue.take());
                queue.drainTo(entries, MOST_AT_ONCE - 1);
            } catch (InterruptedException e) {
                queue.drainTo(entries);
                open = false;
            }
            write(entries);
            entries.clear();
        }
    }

    private void write(List<Entry<?>> entries) {
        List<Runnable> news = new ArrayList<>();
        try {
            for (Entry<?> entry : entries) {
                news.add(run(entry));
            }
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            Failure failure = new Failure("the ledger cannot be written: " + e.getMessage(), e);
            entries.forEach(entry -> entry.written().completeExceptionally(failure));
            return;
        } catch (RuntimeException e) {
            rollBack(e);
            entries.forEach(entry -> entry.written().completeExceptionally(e));
            return;
        }
        news.forEach(Runnable::run);
    }

    private <T> Runnable run(Entry<T> entry) throws SQLException {
        T result = entry.task().run(this);
        return () -> entry.written().complete(result);
    }

    private void rollBack(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Writes what was asked for, then closes the connection. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Failure("the ledger cannot be closed: " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
