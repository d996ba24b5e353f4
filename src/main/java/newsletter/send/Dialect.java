package newsletter.send;

/** What the two databases say differently. */
enum Dialect {
    SQLITE("CAST(unixepoch('subsec') * 1000 AS INTEGER)", ""),
    /** {@code SKIP LOCKED} lets several senders claim at once without waiting for each other. */
    POSTGRESQL("CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", " FOR UPDATE SKIP LOCKED");

    private final String now;
    private final String skipLocked;

    Dialect(String now, String skipLocked) {
        this.now = now;
        this.skipLocked = skipLocked;
    }

    /** @param address a JDBC address */
    static Dialect of(String address) {
        return address.startsWith("jdbc:postgresql:") ? POSTGRESQL : SQLITE;
    }

    /** A statement in this dialect: {@code {now}} is the database's clock in ms since 1970, the same for all senders. */
    String sql(String statement) {
        return statement.replace("{now}", now).replace("{skip locked}", skipLocked);
    }
}
