package newsletter.send;

import jakarta.mail.Session;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import newsletter.model.MailServer;

/** How the mail server is spoken to, in the words of Angus. */
final class SmtpSession {
    /** Angus tells the console what a server does not offer; kept here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTER = Logger.getLogger("org.eclipse.angus.mail");

    static {
        CHATTER.setLevel(Level.OFF);
    }

    private SmtpSession() {}

    /**
     * @param plain makes the sockets in the clear
     * @param encrypted makes the encrypted ones
     */
    static Session of(SmtpServer server, NoDelay.Plain plain, NoDelay.Encrypted encrypted) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", server.name());
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        // With the connection encrypted the simplest are as good as any; more mechanisms are more to go wrong.
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        // As whom we act is for the server to say (RFC 4616, 2): Angus would name the user twice.
        properties.put("mail.smtp.sasl.authorizationid", "");
        addTimeouts(properties, Long.toString(server.timeout().toMillis()));
        properties.put("mail.smtp.socketFactory", plain);
        addSecurity(properties, server.security(), encrypted);
        return Session.getInstance(properties);
    }

    /** Angus waits for ever unless told. */
    private static void addTimeouts(Properties properties, String millis) {
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
    }

    private static void addSecurity(Properties properties, MailServer.Security security, NoDelay.Encrypted encrypted) {
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.socketFactory", encrypted);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (security) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
    }
}
