package newsletter.model;

import newsletter.finding.Location;

/** Who is on a list. */
public sealed interface Audience {
    /** Whoever a list server passes a message on to. */
    record Address(String to) implements Audience {}

    /**
     * The rows of a table in a file.
     *
     * @param path below the workspace, or absolute
     * @param at where the settings name it
     */
    record Table(String path, Location at) implements Audience {}

    /**
     * The rows that a database answers with.
     *
     * @param at where the settings ask
     */
    record Query(Database database, String sql, Location at) implements Audience {}
}
