package newsletter.content;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Suggestion;
import newsletter.model.MailServer;
import newsletter.model.Secret;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/**
 * Reads what {@code newsletter.yaml} says about the mail server:
 *
 * <pre>
 * host: smtp.example.org
 * port: 587                  # without it, the usual one of the security
 * security: starttls         # or tls; none within one machine alone, unless 'unprotected: true'
 * user: "${SMTP_USER}"
 * password: "${SMTP_PASSWORD}"
 * connections: 4
 * rate: 600/min
 * </pre>
 */
final class SmtpReader {
    private static final int USUAL_CONNECTIONS = 4;
    private static final int MOST_CONNECTIONS = 64;
    private static final int LAST_PORT = 65_535;
    private static final Pattern RATE = Pattern.compile("(\\d{1,7})\\s*/\\s*(s|min|h)");
    private static final Map<String, Duration> SPANS =
            Map.of("s", Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "h", Duration.ofHours(1));
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?|\\[?[0-9a-fA-F:]+]?");

    private final Findings findings;

    SmtpReader(Findings findings) {
        this.findings = findings;
    }

    /** Looks at it without the environment. */
    void check(Binder settings) {
        settings.group("smtp").ifPresent(smtp -> {
            Secrets.reject(smtp, findings);
            read(smtp);
        });
    }

    /**
     * The server, or findings and nothing. No finding shows a line of the file, so that a password is not printed either, whatever
     * its key is called.
     */
    Optional<MailServer> read(Yaml.Mapping smtp) {
        Findings open = new Findings();
        Optional<MailServer> server = new SmtpReader(open).server(new Binder(smtp, "'smtp'", open));
        Secrets.report(open, findings);
        return server;
    }

    private Optional<MailServer> server(Binder smtp) {
        Optional<String> host = smtp.required("host").flatMap(this::host);
        Optional<Integer> port =
                smtp.scalar("port").filter(SmtpReader::isFilled).flatMap(written -> number("port", written, LAST_PORT));
        MailServer.Security security = smtp.scalar("security")
                .filter(SmtpReader::isFilled)
                .flatMap(this::security)
                .orElse(MailServer.Security.STARTTLS);
        Optional<String> user = smtp.scalar("user").map(Yaml.Scalar::text);
        Optional<Secret> password = smtp.scalar("password").map(written -> new Secret(written.text()));
        boolean unprotected = smtp.scalar("unprotected")
                .flatMap(written -> ValueReader.flag("unprotected", written, findings))
                .orElse(false);
        int connections = smtp.scalar("connections")
                .flatMap(written -> number("connections", written, MOST_CONNECTIONS))
                .orElse(USUAL_CONNECTIONS);
        Duration distance = smtp.scalar("rate").flatMap(this::distance).orElse(Duration.ZERO);
        smtp.rejectOthers();
        host.filter(name -> security == MailServer.Security.NONE && !unprotected && !isThisMachine(name))
                .ifPresent(name -> rejectClear(name, smtp));
        return host.map(name -> new MailServer(
                name, port.orElse(security.usualPort()), security, unprotected, user, password, connections, distance));
    }

    private static boolean isFilled(Yaml.Scalar written) {
        return !Variables.isIn(written);
    }

    private Optional<String> host(Yaml.Scalar written) {
        String text = written.text().strip();
        if (Variables.isIn(written) || HOST.matcher(text).matches()) {
            return Optional.of(text);
        }
        findings.add(
                Code.BAD_CHOICE,
                written.at(),
                "'" + text + "' is not the name of a server",
                "write the name alone, like smtp.example.org; the port has a key of its own");
        return Optional.empty();
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.startsWith("127.")
                || host.equals("::1")
                || host.equals("[::1]");
    }

    private void rejectClear(String host, Binder smtp) {
        findings.add(
                Code.BAD_CHOICE,
                smtp.any("security").map(Yaml::at).orElse(smtp.at()),
                "'security: none' sends everything, passwords too, in the clear to " + host,
                "write starttls or tls; where nobody can listen, 'unprotected: true' allows it");
    }

    private Optional<Integer> number(String key, Yaml.Scalar written, int most) {
        String text = written.text().strip();
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Optional.of(Integer.parseInt(text));
        }
        findings.add(
                Code.BAD_NUMBER,
                written.at(),
                "'" + key + "' is not a number from 1 to " + most + ": " + text,
                "write digits alone");
        return Optional.empty();
    }

    private Optional<MailServer.Security> security(Yaml.Scalar written) {
        String word = written.text().strip().toUpperCase(Locale.ROOT);
        for (MailServer.Security security : MailServer.Security.values()) {
            if (security.name().equals(word)) {
                return Optional.of(security);
            }
        }
        findings.add(
                Code.BAD_CHOICE,
                written.at(),
                "security cannot be '" + written.text().strip() + "'",
                Suggestion.hint(written.text().strip(), List.of("starttls", "tls", "none"), "the ways"));
        return Optional.empty();
    }

    private Optional<Duration> distance(Yaml.Scalar written) {
        Matcher rate = RATE.matcher(written.text().strip());
        if (rate.matches() && Integer.parseInt(rate.group(1)) > 0) {
            return Optional.of(
                    SPANS.getOrDefault(rate.group(2), Duration.ZERO).dividedBy(Integer.parseInt(rate.group(1))));
        }
        findings.add(
                Code.BAD_NUMBER,
                written.at(),
                "'" + written.text().strip() + "' is not a rate",
                "write messages by time, like 600/min, 10/s or 5000/h");
        return Optional.empty();
    }
}
