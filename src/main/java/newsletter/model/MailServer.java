package newsletter.model;

import java.time.Duration;
import java.util.Optional;

/**
 * The mail server that issues are handed to, and how.
 *
 * @param unprotected whether it may be spoken to in the clear though it is another machine
 * @param user who logs in; empty where the server asks nobody
 * @param connections how many at once
 * @param distance from one message to the next, over all connections; zero for no limit
 */
public record MailServer(
        String host,
        int port,
        Security security,
        boolean unprotected,
        Optional<String> user,
        Optional<Secret> password,
        int connections,
        Duration distance) {
    /** How a connection is protected. */
    public enum Security {
        /** Encrypted before anything is said that matters (RFC 3207). */
        STARTTLS(587),
        /** Encrypted from the first byte (RFC 8314). */
        TLS(465),
        /** In the clear. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The port where such servers listen. */
        public int usualPort() {
            return port;
        }
    }
}
