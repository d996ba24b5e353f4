package newsletter.send;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import newsletter.finding.Failure;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, kept open from message to message. For one thread. */
final class SmtpConnection implements AutoCloseable {
    /** A server that was left alone for longer may have closed the connection. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final SmtpServer server;
    private final String sender;
    private final NoDelay.Plain plain = new NoDelay.Plain();
    private final NoDelay.Encrypted encrypted;
    private final Session session;
    private @Nullable SMTPTransport transport;
    private @Nullable Handover handover;
    private long used;

    /**
     * @param sender the address that failures go back to
     * @param trust decides which certificates are good
     */
    SmtpConnection(SmtpServer server, String sender, SSLContext trust) {
        this.server = server;
        this.sender = envelope(sender);
        this.encrypted = new NoDelay.Encrypted(trust.getSocketFactory());
        this.session = SmtpSession.of(server, plain, encrypted);
    }

    private static String envelope(String sender) {
        try {
            return Destination.of(sender).address();
        } catch (AddressException e) {
            throw new IllegalArgumentException(e); // The settings were read, and it is one.
        }
    }

    /** Whether messages can be handed over without connecting first. */
    boolean isOpen() {
        if (transport == null) {
            return false;
        }
        // Angus asks the server (NOOP), which would cost every message a round trip.
        return System.nanoTime() - used < FRESH.toNanos() || transport.isConnected();
    }

    /**
     * Connects, encrypts, logs in.
     *
     * @throws Failure when the server refuses the login or cannot be trusted: trying again would not help
     * @throws Unreachable when it may be possible later
     */
    void open() throws Unreachable {
        close();
        try {
            SMTPTransport fresh = (SMTPTransport) session.getTransport("smtp");
            connect(fresh);
            handover = new Handover(new Wire(socket(), server.timeout()), fresh.supportsExtension("PIPELINING"));
            transport = fresh;
            used = System.nanoTime();
        } catch (AuthenticationFailedException e) {
            if (line(e).startsWith("4")) {
                throw new Unreachable("the mail server " + server + " takes no login now: " + line(e), e);
            }
            throw new Failure(
                    "the mail server " + server + " refuses the login: " + line(e)
                            + "; look at smtp.user and smtp.password",
                    e);
        } catch (MessagingException e) {
            if (isDistrusted(e)) {
                throw new Failure(
                        "the connection to the mail server " + server + " cannot be made safe: " + reason(e)
                                + "; look at smtp.host, smtp.port and smtp.security",
                        e);
            }
            throw new Unreachable("cannot reach the mail server " + server + ": " + reason(e), e);
        } catch (IOException e) {
            throw new Unreachable("cannot reach the mail server " + server + ": " + line(e), e);
        }
    }

    /** What Angus has connected. It greets, encrypts and logs in; messages are handed over without it. */
    private Socket socket() {
        return encrypted.last().or(plain::last).orElseThrow();
    }

    private void connect(SMTPTransport fresh) throws MessagingException {
        SmtpServer.@Nullable Login login = server.login().orElse(null);
        if (login == null) {
            fresh.connect(server.host(), server.port(), null, null);
            return;
        }
        fresh.connect(server.host(), server.port(), login.user(), login.password());
        if (!fresh.supportsExtension("AUTH")) {
            // Angus goes on without.
            fresh.close();
            throw new Failure("the mail server " + server + " offers no login"
                    + "; take smtp.user and smtp.password out, or look at smtp.port and smtp.security");
        }
    }

    /** How the open connection is encrypted; empty where it is in the clear. */
    Optional<SSLSession> encryption() {
        return encrypted.session();
    }

    /** Whether the server offers an extension (RFC 5321, 2.2). */
    boolean offers(String extension) {
        return transport().supportsExtension(extension);
    }

    private SMTPTransport transport() {
        if (transport == null) {
            throw new IllegalStateException("not open");
        }
        return transport;
    }

    /** The server did not answer, or not now. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static boolean isDistrusted(MessagingException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof javax.net.ssl.SSLException) {
                return true;
            }
        }
        return String.valueOf(problem.getMessage()).contains("STARTTLS");
    }

    /** How large a message the server takes, in bytes; empty where it sets no limit (RFC 1870). */
    Optional<Long> sizeLimit() {
        return Optional.ofNullable(transport().getExtensionParameter("SIZE"))
                .filter(limit -> limit.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(limit -> limit > 0);
    }

    /** Hands a message over. The connection is no longer open after an answer that says so. */
    Answer send(String recipient, byte[] message) {
        try {
            Destination destination = Destination.of(recipient);
            Optional<Answer> refusal = refusal(destination, message);
            return refusal.isPresent() ? refusal.get() : send(destination, message);
        } catch (AddressException e) {
            return new Answer.Rejected(553, "not an address: " + line(e));
        }
    }

    /** What the server would not take, said without asking it; in the codes that it would use. */
    private Optional<Answer> refusal(Destination destination, byte[] message) {
        if (destination.international() && !offers("SMTPUTF8")) {
            return Optional.of(new Answer.Rejected(
                    553, "the server takes no letters but a to z before the @ (it does not offer SMTPUTF8)"));
        }
        return sizeLimit()
                .filter(limit -> message.length > limit)
                .map(limit -> new Answer.Rejected(
                        552, "the message has " + message.length + " bytes, and the server takes " + limit));
    }

    private Answer send(Destination destination, byte[] message) {
        if (handover == null) {
            throw new IllegalStateException("not open");
        }
        Answer answer = handover.send(sender, parameters(destination, message), destination, message);
        used = System.nanoTime();
        if (answer instanceof Answer.Broken || (answer instanceof Answer.Rejected rejected && rejected.isClosing())) {
            close();
        }
        return answer;
    }

    private String parameters(Destination destination, byte[] message) {
        return (offers("SIZE") ? " SIZE=" + message.length : "") + (destination.international() ? " SMTPUTF8" : "");
    }

    private static String reason(MessagingException problem) {
        if (problem instanceof MailConnectException connect) {
            return line(connect.getNextException() == null ? connect : connect.getNextException());
        }
        return line(problem.getNextException() == null ? problem : problem.getNextException());
    }

    private static String line(Exception problem) {
        String message = problem.getMessage();
        return oneLine(message == null ? "the connection was closed" : message);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** Says goodbye, if the server still listens. */
    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // It is gone: that is what was wanted.
            }
            transport = null;
            handover = null;
        }
    }
}
