package newsletter.send;

import static newsletter.send.TestMailServer.DROP;
import static newsletter.send.TestMailServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import newsletter.finding.Failure;
import newsletter.model.MailServer;
import newsletter.model.MailServer.Security;
import newsletter.model.Secret;
import newsletter.send.TestMailServer.Act.Say;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom the newsletter and its password are shown. */
@Timeout(60)
class SmtpSecurityTest {
    private static final byte[] MESSAGE = "Subject: Test\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final SmtpServer.Login LOGIN = new SmtpServer.Login("news", "pässwort");

    private static TestKeys good;

    @BeforeAll
    static void makeKeys() throws Exception {
        good = TestKeys.of("dns:localhost");
    }

    private static SmtpConnection connection(TestMailServer server, Security security, SSLContext trust) {
        SmtpServer address = new SmtpServer(
                "localhost", server.port(), security, Optional.of(LOGIN), "news.example.org", Duration.ofSeconds(2));
        return new SmtpConnection(address, "news@example.org", trust);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void showsBothToAServerThatProvesItsName(Security security) throws Exception {
        List<String> logins = new CopyOnWriteArrayList<>();
        boolean atOnce = security == Security.TLS;
        try (TestMailServer server = TestMailServer.encrypted(good.server(), atOnce, (point, talk) -> {
                    if (point.equals("DOT")) {
                        logins.add(talk.isEncrypted() + " " + talk.login());
                    }
                    return null;
                });
                SmtpConnection connection = connection(server, security, good.trust())) {
            connection.open();

            assertThat(connection.send("a@example.org", MESSAGE)).isInstanceOf(Answer.Accepted.class);
            assertThat(logins).containsExactly("true news pässwort");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STARTTLS, other",
        "TLS, other",
        "STARTTLS, unknown",
        "TLS, unknown",
        "STARTTLS, expired",
        "TLS, expired"
    })
    void showsNothingToAServerThatDoesNot(Security security, String certificate) throws Exception {
        TestKeys keys = switch (certificate) {
            case "other" -> TestKeys.of("dns:mail.example.org");
            case "expired" -> TestKeys.expired("dns:localhost");
            default -> good;
        };
        SSLContext trust = certificate.equals("unknown") ? SSLContext.getDefault() : keys.trust();
        List<String> points = new CopyOnWriteArrayList<>();
        try (TestMailServer server =
                        TestMailServer.encrypted(keys.server(), security == Security.TLS, (point, talk) -> {
                            points.add(point);
                            return null;
                        });
                SmtpConnection connection = connection(server, security, trust)) {
            assertThatThrownBy(connection::open)
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith(
                            "the connection to the mail server localhost:" + server.port() + " cannot be made safe: ")
                    .hasMessageEndingWith("; look at smtp.host, smtp.port and smtp.security");
            assertThat(points).doesNotContain("AUTH", "MAIL");
        }
    }

    @Test
    void speaksNoTlsToAServerThatSpeaksPlainly() throws Exception {
        try (TestMailServer server = TestMailServer.friendly();
                SmtpConnection connection = connection(server, Security.TLS, good.trust())) {
            assertThatThrownBy(connection::open)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("cannot be made safe");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH PLAIN", "AUTH LOGIN", "AUTH LOGIN PLAIN CRAM-MD5"})
    void logsInAsTheServerWantsIt(String extension) throws Exception {
        List<String> logins = new CopyOnWriteArrayList<>();
        try (TestMailServer server = TestMailServer.offering(
                        (point, talk) -> {
                            if (point.equals("AUTH")) {
                                logins.add(String.valueOf(talk.login()));
                            }
                            return null;
                        },
                        extension);
                SmtpConnection connection = connection(server, Security.NONE, good.trust())) {
            connection.open();

            assertThat(logins).containsExactly("news pässwort");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH PLAIN, refuses the login: 535 5.7.8 bad credentials; look at smtp.user and smtp.password",
        "AUTH CRAM-MD5, 'refuses the login: No authentication mechanisms supported'",
        "SIZE 1000, 'offers no login; take smtp.user and smtp.password out'"
    })
    void saysWhyItCannotLogInAndNotWithWhat(String extension, String message) throws Exception {
        try (TestMailServer server = TestMailServer.offering(
                        (point, talk) -> point.equals("AUTH") ? new Say("535 5.7.8 bad credentials") : null,
                        extension);
                SmtpConnection connection = connection(server, Security.NONE, good.trust())) {
            assertThatThrownBy(connection::open)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(message)
                    .message()
                    .doesNotContain("pässwort");
        }
    }

    /** Each may be over in a minute. */
    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 too busy",
        "CONNECT, 554 not now",
        "EHLO, 421 closing",
        "STARTTLS, 454 no TLS at the moment",
        "STARTTLS, 421 closing",
        "AUTH, 454 no logins at the moment",
        "AUTH, 421 closing"
    })
    void maySucceedLaterWhenTheServerSaysSo(String at, String reply) throws Exception {
        try (TestMailServer server = TestMailServer.encrypted(
                        good.server(), false, (point, talk) -> point.equals(at) ? new Say(reply) : null);
                SmtpConnection connection = connection(server, Security.STARTTLS, good.trust())) {
            assertThatThrownBy(connection::open).isInstanceOf(SmtpConnection.Unreachable.class);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "STARTTLS", "AUTH"})
    void doesNotWaitForeverBeforeItIsIn(String at) throws Exception {
        for (TestMailServer.Act act : List.of(DROP, HANG)) {
            try (TestMailServer server = TestMailServer.encrypted(
                            good.server(), false, (point, talk) -> point.equals(at) ? act : null);
                    SmtpConnection connection = connection(server, Security.STARTTLS, good.trust())) {
                assertThatThrownBy(connection::open).isInstanceOfAny(SmtpConnection.Unreachable.class, Failure.class);
            }
        }
    }

    private static SmtpServer server(String host, MailServer.Security security, boolean unprotected) {
        MailServer settings = new MailServer(
                host,
                25,
                security,
                unprotected,
                Optional.of("news"),
                Optional.of(new Secret("pässwort")),
                4,
                Duration.ZERO);
        return SmtpServer.of(settings, "news.example.org", Duration.ofMinutes(1));
    }

    @Test
    void speaksInTheClearWithinTheMachineAlone() {
        assertThat(server("localhost", Security.NONE, false).security()).isEqualTo(Security.NONE);
        assertThat(server("192.0.2.1", Security.NONE, true).security()).isEqualTo(Security.NONE);
        assertThat(server("192.0.2.1", Security.STARTTLS, false)).asString().doesNotContain("pässwort");
        assertThatThrownBy(() -> server("192.0.2.1", Security.NONE, false))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("smtp.security is 'none', and 192.0.2.1 is another machine: ");
    }
}
