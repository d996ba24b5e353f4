package newsletter.send;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import newsletter.finding.Failure;
import newsletter.model.MailServer;
import newsletter.model.Secret;

/**
 * The mail server to hand messages to.
 *
 * @param security how the connection is protected
 * @param login name and password; empty where the server asks for none
 * @param name what we call ourselves to it (EHLO, RFC 5321, 4.1.1.1)
 * @param timeout for connecting, and for each answer; RFC 5321, 4.5.3.2 wants minutes
 */
public record SmtpServer(
        String host, int port, MailServer.Security security, Optional<Login> login, String name, Duration timeout) {
    /** Name and password. */
    public record Login(String user, String password) {
        /** Without the password: nothing prints a secret. */
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * The server that the settings name.
     *
     * @param name what we call ourselves to it
     * @param timeout for connecting, and for each answer
     * @throws Failure when it would be spoken to in the clear though it is another machine
     */
    public static SmtpServer of(MailServer settings, String name, Duration timeout) {
        MailServer.Security security = settings.security();
        if (security == MailServer.Security.NONE && !settings.unprotected() && !isHere(settings.host())) {
            throw new Failure("smtp.security is 'none', and " + settings.host()
                    + " is another machine: anybody on the way could read and change what is sent; write"
                    + " 'security: starttls' or 'tls', or 'unprotected: true' if the way is safe");
        }
        return new SmtpServer(
                settings.host(),
                settings.port(),
                security,
                settings.user()
                        .map(user -> new Login(
                                user, settings.password().map(Secret::value).orElse(""))),
                name,
                timeout);
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** {@code host:port}, as messages call it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
