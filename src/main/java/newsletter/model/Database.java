package newsletter.model;

import java.util.Optional;

/**
 * A database and how to get in.
 *
 * @param address its JDBC address, without name and password
 */
public record Database(String address, Optional<String> user, Optional<Secret> password) {}
