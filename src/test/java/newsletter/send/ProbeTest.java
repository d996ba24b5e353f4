package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import newsletter.cli.ExitCode;
import newsletter.cli.Main;
import newsletter.cli.Surroundings;
import newsletter.finding.Failure;
import newsletter.message.dkim.PemFiles;
import newsletter.model.MailServer.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a mail server. */
@Timeout(60)
class ProbeTest {
    private static Probe probe(TestMailServer server, Security security, boolean login, SSLContext trust) {
        Optional<SmtpServer.Login> account =
                login ? Optional.of(new SmtpServer.Login("news", "secret")) : Optional.empty();
        SmtpServer address = new SmtpServer(
                "localhost", server.port(), security, account, "news.example.org", Duration.ofSeconds(5));
        return Probe.of(address, "news@example.org", trust);
    }

    @Test
    void tellsWhatTheServerIsLikeAndSendsNothing() throws Exception {
        TestKeys keys = TestKeys.of("dns:localhost,dns:mail.example.org");
        List<String> points = new CopyOnWriteArrayList<>();
        try (TestMailServer server = TestMailServer.encrypted(keys.server(), false, (point, talk) -> {
            points.add(point);
            return null;
        })) {
            Probe probe = probe(server, Security.STARTTLS, true, keys.trust());

            assertThat(probe.toString().replaceAll("until [0-9-]+", "until DAY"))
                    .isEqualTo("connected to localhost:" + server.port() + "\n"
                            + "encrypted with TLSv1.3, certificate for localhost, mail.example.org until DAY\n"
                            + "logged in as news\n"
                            + "offers AUTH\n"
                            + "sets no limit to the size of a message");
            assertThat(probe.encryption().orElseThrow().expiry())
                    .isCloseTo(Instant.now().plus(10, ChronoUnit.DAYS), within(1, ChronoUnit.HOURS));
            assertThat(points).containsExactly("CONNECT", "EHLO", "STARTTLS", "EHLO", "AUTH");
        }
    }

    @Test
    void tellsTheLimitOfAServerInTheClear() throws Exception {
        try (TestMailServer server = TestMailServer.offering("SIZE 10240000", "SMTPUTF8", "X-OWN")) {
            assertThat(probe(server, Security.NONE, false, SSLContext.getDefault()))
                    .hasToString("connected to localhost:" + server.port() + "\n"
                            + "not encrypted\n"
                            + "not logged in: no smtp.user\n"
                            + "offers SIZE, SMTPUTF8\n"
                            + "takes messages of up to 10000 KB");
        }
    }

    @Test
    void saysThatItCannotConnect() throws Exception {
        TestMailServer server = TestMailServer.friendly();
        server.close();

        assertThatThrownBy(() -> probe(server, Security.NONE, false, SSLContext.getDefault()))
                .isInstanceOf(Failure.class)
                .hasMessage("cannot reach the mail server localhost:" + server.port() + ": Connection refused");
    }

    @Test
    void isACommandThatNeedsNoListAndNoIssue(@TempDir Path folder) throws Exception {
        try (TestMailServer server = TestMailServer.friendly()) {
            Files.writeString(
                    folder.resolve("newsletter.yaml"),
                    "name: Courier\nsender: {name: Courier, email: news@example.org}\n"
                            + "dkim: {selector: news, key: '${DKIM_KEY}'}\n"
                            + "smtp: {host: localhost, security: none, port: " + server.port() + "}\n");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
            Map<String, String> environment =
                    Map.of("DKIM_KEY", PemFiles.pkcs8(PemFiles.rsa(2048).getPrivate()));

            ExitCode exit = Main.run(new Surroundings(folder, environment, printed, printed), "send", "--probe");

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .startsWith("connected to localhost:" + server.port() + "\nnot encrypted\n")
                    .contains(
                            "signs with the key whose record in the DNS is\n  news._domainkey.example.org TXT \"v=DKIM1; ");
            assertThat(exit).isEqualTo(ExitCode.DONE);
            assertThat(server.received()).isEmpty();
        }
    }
}
