package newsletter.send;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import newsletter.finding.Failure;

/**
 * What a mail server is like, learnt by connecting and logging in; nothing is sent.
 *
 * @param encryption empty where the connection is in the clear
 * @param login as whom it let us in; empty where nobody logs in
 * @param extensions what it offers, in alphabetical order (RFC 5321, 4.1.1.1)
 * @param sizeLimit how large a message it takes, in bytes; empty where it sets no limit
 */
public record Probe(
        String server,
        Optional<Encryption> encryption,
        Optional<String> login,
        List<String> extensions,
        Optional<Long> sizeLimit) {
    /** What a server may offer that matters to us. */
    private static final List<String> OF_INTEREST = List.of(
            "8BITMIME", "AUTH", "CHUNKING", "DSN", "ENHANCEDSTATUSCODES", "PIPELINING", "SIZE", "SMTPUTF8", "STARTTLS");

    private static final long KILOBYTE = 1024;

    /** Copies the list. */
    public Probe {
        extensions = List.copyOf(extensions);
    }

    /**
     * How a connection is encrypted.
     *
     * @param protocol {@code TLSv1.3}
     * @param names for which the server's certificate is
     * @param expiry until when
     */
    public record Encryption(String protocol, List<String> names, Instant expiry) {
        /** Copies the list. */
        public Encryption {
            names = List.copyOf(names);
        }
    }

    /**
     * Asks a server, and trusts the certificates that the platform trusts.
     *
     * @param sender the address that failures would go back to
     * @throws Failure when it cannot be reached, refuses the login or cannot be trusted
     */
    public static Probe of(SmtpServer server, String sender) {
        return of(server, sender, Sender.platformTrust());
    }

    /**
     * Asks a server.
     *
     * @param sender the address that failures would go back to
     * @param trust decides which certificates are good
     * @throws Failure when it cannot be reached, refuses the login or cannot be trusted
     */
    static Probe of(SmtpServer server, String sender, SSLContext trust) {
        try (SmtpConnection connection = new SmtpConnection(server, sender, trust)) {
            connection.open();
            return new Probe(
                    server.toString(),
                    connection.encryption().map(Probe::encryption),
                    server.login().map(SmtpServer.Login::user),
                    OF_INTEREST.stream().filter(connection::offers).toList(),
                    connection.sizeLimit());
        } catch (SmtpConnection.Unreachable e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static Encryption encryption(SSLSession session) {
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return new Encryption(
                    session.getProtocol(),
                    names(certificate),
                    certificate.getNotAfter().toInstant());
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException(e); // It was verified when the connection was made.
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> name.get(1) instanceof String)
                    .map(name -> (String) name.get(1))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** As it is told, a fact a line. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("connected to " + server);
        lines.add(encryption
                .map(known -> "encrypted with " + known.protocol() + ", certificate for "
                        + String.join(", ", known.names()) + " until "
                        + known.expiry().toString().substring(0, 10))
                .orElse("not encrypted"));
        lines.add(login.map(user -> "logged in as " + user).orElse("not logged in: no smtp.user"));
        lines.add("offers " + (extensions.isEmpty() ? "nothing beside the basics" : String.join(", ", extensions)));
        lines.add(sizeLimit
                .map(limit -> "takes messages of up to " + limit / KILOBYTE + " KB")
                .orElse("sets no limit to the size of a message"));
        return String.join("\n", lines);
    }
}
