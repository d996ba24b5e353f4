package newsletter.send;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import newsletter.finding.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The book of all that was sent: for every recipient the intent before the message is handed to the server, the outcome after.
 * What it says survives the death of the sender at any moment, of its machine too.
 *
 * <p>In a file (SQLite) one sender at a time may open it; in PostgreSQL several senders share it, on several machines. Safe to be
 * used from several threads.
 */
public final class Ledger implements AutoCloseable {
    private static final String[] TABLES = {
        """
        CREATE TABLE IF NOT EXISTS send (
          id BIGINT PRIMARY KEY,
          issue TEXT NOT NULL,
          list TEXT NOT NULL,
          test INTEGER NOT NULL,
          content TEXT NOT NULL,
          begun BIGINT NOT NULL,
          loads INTEGER NOT NULL,
          UNIQUE (issue, list, content))
        """, """
        CREATE TABLE IF NOT EXISTS delivery (
          send BIGINT NOT NULL,
          position BIGINT NOT NULL,
          mailbox TEXT NOT NULL,
          address TEXT NOT NULL,
          personal TEXT NOT NULL,
          state INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          due BIGINT NOT NULL,
          owner TEXT NOT NULL,
          lease BIGINT NOT NULL,
          reply TEXT NOT NULL,
          changed BIGINT NOT NULL,
          PRIMARY KEY (send, position),
          UNIQUE (send, mailbox))
        """, "CREATE INDEX IF NOT EXISTS delivery_by_state ON delivery (send, state, position)"
    };

    private final Scribe scribe;
    private final @Nullable FileChannel lock;
    private final String owner = UUID.randomUUID().toString();

    private Ledger(Connection connection, Dialect dialect, @Nullable FileChannel lock) {
        this.scribe = new Scribe(connection, dialect);
        this.lock = lock;
    }

    /**
     * Opens a ledger in a file, and makes it where there is none.
     *
     * @throws Failure when another sender has it open, or it cannot be read or written
     */
    public static Ledger open(Path file) {
        FileChannel lock = lock(file);
        try {
            Ledger ledger = new Ledger(connect(file), Dialect.SQLITE, lock);
            ledger.prepare();
            ledger.scribe.call(Ledger::forgetTheDead);
            return ledger;
        } catch (SQLException e) {
            close(lock);
            throw new Failure("cannot open the ledger " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens a ledger in PostgreSQL, and makes its tables where there are none.
     *
     * @param address a JDBC address, {@code jdbc:postgresql://host/database}
     * @throws Failure when the database cannot be reached
     */
    public static Ledger open(String address, String user, String password) {
        try {
            Connection connection = DriverManager.getConnection(address, user, password);
            connection.setAutoCommit(false);
            Ledger ledger = new Ledger(connection, Dialect.of(address), null);
            ledger.prepare();
            return ledger;
        } catch (SQLException e) {
            throw new Failure("cannot open the ledger " + address + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens a ledger in a file to look at it, also while somebody sends; empty where there is none.
     *
     * @throws Failure when it cannot be read
     */
    public static Optional<Ledger> look(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Ledger(connect(file), Dialect.SQLITE, null));
        } catch (SQLException e) {
            throw new Failure("cannot read the ledger " + file + ": " + e.getMessage(), e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            // Flush at every commit: an intent that a power cut takes away would be sent twice.
            statement.execute("PRAGMA synchronous = FULL");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static FileChannel lock(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new Failure("cannot open the ledger " + file + ": " + e.getMessage(), e);
        }
        throw new Failure("another sender is at work with the ledger " + file
                + ": wait until it has ended, or keep the ledger in PostgreSQL, which several can share");
    }

    /** The lock goes with the process, so that a dead sender keeps nobody out. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void prepare() {
        scribe.call(scribe -> {
            for (String table : TABLES) {
                scribe.update(table);
            }
            return true;
        });
    }

    /** In a file nobody else can be at work, so that what somebody was about to do was left by a dead sender. */
    private static Boolean forgetTheDead(Scribe scribe) throws SQLException {
        scribe.update("UPDATE delivery SET lease = 0 WHERE lease > 0");
        return true;
    }

    /**
     * Begins to send an issue to a list, or goes on with it.
     *
     * @param content the hash of what is sent
     * @param test whether it is a test
     */
    public Mailing mailing(String issue, String list, String content, boolean test) {
        long id = scribe.call(scribe -> {
            long fresh = UUID.randomUUID().getMostSignificantBits() >>> 11;
            scribe.update(
                    "INSERT INTO send (id, issue, list, test, content, begun, loads)"
                            + " VALUES (?, ?, ?, ?, ?, {now}, 0) ON CONFLICT (issue, list, content) DO NOTHING",
                    fresh,
                    issue,
                    list,
                    test ? 1 : 0,
                    content);
            var statement = scribe.prepare("SELECT id FROM send WHERE issue = ? AND list = ? AND content = ?");
            Scribe.bind(statement, issue, list, content);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
        return new Mailing(scribe, id, owner);
    }

    /**
     * A send that the ledger knows.
     *
     * @param begun in ms since 1970
     */
    public record Known(String issue, String list, String content, boolean test, long begun) {}

    /** All sends of an issue, the oldest first. */
    public List<Known> sends(String issue) {
        return scribe.call(scribe -> {
            var statement =
                    scribe.prepare("SELECT list, content, test, begun FROM send WHERE issue = ? ORDER BY begun, list");
            Scribe.bind(statement, issue);
            List<Known> sends = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sends.add(new Known(
                            issue, rows.getString(1), rows.getString(2), rows.getInt(3) == 1, rows.getLong(4)));
                }
            }
            return sends;
        });
    }

    /** What became of a send. */
    public Mailing mailing(Known send) {
        return mailing(send.issue(), send.list(), send.content(), send.test());
    }

    /** When this very content was taken by the server for a test list, in ms since 1970; empty when it never was. */
    public Optional<Long> tested(String issue, String content) {
        return scribe.call(scribe -> {
            var statement =
                    scribe.prepare("SELECT MAX(delivery.changed) FROM send JOIN delivery ON delivery.send = send.id"
                            + " WHERE send.issue = ? AND send.content = ? AND send.test = 1 AND delivery.state = ?");
            Scribe.bind(statement, issue, content, State.SENT.number());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long when = rows.getLong(1);
                return rows.wasNull() ? Optional.empty() : Optional.of(when);
            }
        });
    }

    /**
     * Another content of an issue that a list got already, or some of it.
     *
     * @param reached how many deliveries the server took, or may have taken
     */
    public record Other(String content, long begun, long reached) {}

    /** What else of an issue a list got, were it in part; empty where it got nothing, or this content alone. */
    public Optional<Other> other(String issue, String list, String content) {
        return scribe.call(scribe -> {
            var statement = scribe.prepare("SELECT send.content, send.begun, COUNT(*) FROM send"
                    + " JOIN delivery ON delivery.send = send.id"
                    + " WHERE send.issue = ? AND send.list = ? AND send.content <> ? AND send.test = 0"
                    + " AND delivery.state IN (?, ?, ?) GROUP BY send.content, send.begun ORDER BY send.begun");
            Scribe.bind(
                    statement,
                    issue,
                    list,
                    content,
                    State.SENT.number(),
                    State.SENDING.number(),
                    State.UNSURE.number());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Other(rows.getString(1), rows.getLong(2), rows.getLong(3)))
                        : Optional.empty();
            }
        });
    }

    /** Writes what was asked for, and lets others in. */
    @Override
    public void close() {
        try {
            scribe.close();
        } finally {
            if (lock != null) {
                close(lock);
            }
        }
    }

    private static void close(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new Failure("cannot release the ledger's lock: " + e.getMessage(), e);
        }
    }
}
