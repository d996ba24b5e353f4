package newsletter.send;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import newsletter.finding.Failure;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, kept open from message to message. For one thread. */
final class SmtpConnection implements AutoCloseable {
    /** The codes that Angus gives where the server said nothing. */
    private static final int LEAST_CODE = 400;

    /** Angus tells the console what a server does not offer; kept here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTER = Logger.getLogger("org.eclipse.angus.mail");

    static {
        CHATTER.setLevel(Level.OFF);
    }

    private final SmtpServer server;
    private final String sender;
    private final Session session;
    private @Nullable SMTPTransport transport;

    /**
     * @param sender the address that failures go back to
     * @param trust decides which certificates are good
     */
    SmtpConnection(SmtpServer server, String sender, SSLContext trust) {
        this.server = server;
        this.sender = sender;
        this.session = Session.getInstance(properties(server, trust));
    }

    private static Properties properties(SmtpServer server, SSLContext trust) {
        String timeout = Long.toString(server.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", server.name());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.smtp.socketFactory", new NoDelay.Plain());
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.socketFactory", new NoDelay.Encrypted(trust.getSocketFactory()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    /** Whether messages can be handed over without connecting first. */
    boolean isOpen() {
        return transport != null && transport.isConnected();
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
            SmtpServer.@Nullable Login login = server.login().orElse(null);
            fresh.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
            transport = fresh;
        } catch (AuthenticationFailedException e) {
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
        }
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

    /** Hands a message over. The connection is no longer open after an answer that says so. */
    Answer send(String recipient, byte[] message) {
        if (transport == null) {
            throw new IllegalStateException("not open");
        }
        RawMessage raw = new RawMessage(session, sender, message);
        try {
            transport.sendMessage(raw, new Address[] {address(recipient)});
            return new Answer.Accepted(oneLine(transport.getLastServerResponse()));
        } catch (AddressException e) {
            return new Answer.Rejected(553, "not an address: " + line(e));
        } catch (MessagingException e) {
            return answer(e, raw);
        }
    }

    private static InternetAddress address(String recipient) throws AddressException {
        return new InternetAddress(recipient, true);
    }

    private Answer answer(MessagingException problem, RawMessage message) {
        for (Exception next = problem;
                next != null;
                next = next instanceof MessagingException e ? e.getNextException() : null) {
            int code = code(next);
            if (code >= LEAST_CODE) {
                Answer.Rejected rejected = new Answer.Rejected(code, line(next));
                if (rejected.isClosing()) {
                    close();
                }
                return rejected;
            }
        }
        close();
        return new Answer.Broken(message.isOver(), reason(problem));
    }

    private static int code(Exception problem) {
        if (problem instanceof SMTPAddressFailedException e) {
            return e.getReturnCode();
        }
        if (problem instanceof SMTPSenderFailedException e) {
            return e.getReturnCode();
        }
        return problem instanceof SMTPSendFailedException e ? e.getReturnCode() : 0;
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
        }
    }
}
