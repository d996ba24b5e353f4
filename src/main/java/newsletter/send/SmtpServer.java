package newsletter.send;

import java.time.Duration;
import java.util.Optional;

/**
 * The mail server to hand messages to.
 *
 * @param security how the connection is protected
 * @param login name and password; empty where the server asks for none
 * @param name what we call ourselves to it (EHLO, RFC 5321, 4.1.1.1)
 * @param timeout for connecting, and for each answer; RFC 5321, 4.5.3.2 wants minutes
 */
public record SmtpServer(
        String host, int port, Security security, Optional<Login> login, String name, Duration timeout) {
    /** How a connection is protected. */
    public enum Security {
        /** Begins in the clear, and is encrypted before anything is said that matters; given up where that fails (RFC 3207). */
        STARTTLS,
        /** Encrypted from the first byte (RFC 8314). */
        TLS,
        /** In the clear. */
        NONE
    }

    /** Name and password. */
    public record Login(String user, String password) {
        /** Without the password: nothing prints a secret. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** {@code host:port}, as messages call it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
