package newsletter.send;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import newsletter.finding.Failure;
import newsletter.model.Audience;
import newsletter.model.Database;
import newsletter.model.Secret;
import org.sqlite.SQLiteConfig;

/** Asks a database who is on a list. */
public final class RecipientQuery {
    /** So many rows are fetched at once: all of a million would not fit. */
    private static final int ROWS_AT_ONCE = 1_000;

    private final Audience.Query query;

    public RecipientQuery(Audience.Query query) {
        this.query = query;
    }

    /** What a database says of one recipient: the names of its columns, and what stands in them. */
    public record Row(List<String> columns, List<String> cells) {
        /** Copies the lists. */
        public Row {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }

    /**
     * All rows, read as they are taken; to be closed.
     *
     * @throws Failure when the database cannot be reached or does not understand the query
     */
    @SuppressWarnings("resource") // Closed with the stream.
    public Stream<Row> rows() {
        try {
            Rows rows = new Rows(connect(query.database()), query.sql());
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                    .onClose(rows::close);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** To read, and nothing else: SQLite has to know that when it opens the file. */
    private static Connection connect(Database database) throws SQLException {
        boolean isFile = Dialect.of(database.address()) == Dialect.SQLITE;
        Properties properties = isFile ? readOnlyFile() : new Properties();
        database.user().ifPresent(setter(properties, "user"));
        database.password().map(Secret::value).ifPresent(setter(properties, "password"));
        Connection connection = DriverManager.getConnection(database.address(), properties);
        if (!isFile) {
            connection.setReadOnly(true);
        }
        // PostgreSQL fetches row by row within a transaction alone.
        connection.setAutoCommit(false);
        return connection;
    }

    private static Properties readOnlyFile() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.toProperties();
    }

    private static Consumer<String> setter(Properties properties, String name) {
        return value -> properties.setProperty(name, value);
    }

    private static Failure failure(SQLException e) {
        return new Failure(
                "cannot ask the database for the list: " + e.getMessage() + "; look at jdbc, user and query", e);
    }

    private static final class Rows implements Iterator<Row> {
        private final Connection connection;
        private final ResultSet rows;
        private final List<String> columns = new ArrayList<>();
        private boolean more;

        Rows(Connection connection, String sql) throws SQLException {
            this.connection = connection;
            try {
                PreparedStatement statement = connection.prepareStatement(sql);
                statement.setFetchSize(ROWS_AT_ONCE);
                this.rows = statement.executeQuery();
                ResultSetMetaData about = rows.getMetaData();
                for (int column = 1; column <= about.getColumnCount(); column++) {
                    columns.add(about.getColumnLabel(column));
                }
                this.more = rows.next();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Row next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            try {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    String cell = rows.getString(column);
                    cells.add(cell == null ? "" : cell);
                }
                more = rows.next();
                return new Row(columns, cells);
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }
}
