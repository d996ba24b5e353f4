package newsletter.send;

import static newsletter.send.TestMailServer.DROP;
import static newsletter.send.TestMailServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import newsletter.finding.Failure;
import newsletter.model.MailServer.Security;
import newsletter.send.TestMailServer.Act.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of one message at a mail server. */
class SmtpConnectionTest {
    private static final byte[] MESSAGE =
            "Subject: Test\r\n\r\nText\r\n.dot\r\nEnd\r\n".getBytes(StandardCharsets.US_ASCII);

    private static SmtpServer server(int port, Security security) {
        return new SmtpServer(
                "127.0.0.1", port, security, Optional.empty(), "news.example.org", Duration.ofMillis(500));
    }

    private static SmtpConnection connection(TestMailServer server, Security security) throws GeneralSecurityException {
        return new SmtpConnection(server(server.port(), security), "news@example.org", SSLContext.getDefault());
    }

    private static Answer send(TestMailServer server) throws Exception {
        try (SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();
            return connection.send("a@example.org", MESSAGE);
        }
    }

    @Test
    void handsTheBytesOverAsTheyAre() throws Exception {
        try (TestMailServer server = TestMailServer.friendly()) {
            assertThat(send(server)).isEqualTo(new Answer.Accepted("250 2.0.0 queued as 1"));

            assertThat(server.received())
                    .containsExactly(new TestMailServer.Received(
                            "news@example.org", "a@example.org", new String(MESSAGE, StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void keepsTheConnectionFromMessageToMessage() throws Exception {
        try (TestMailServer server = TestMailServer.friendly();
                SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();
            for (int index = 0; index < 20; index++) {
                assertThat(connection.send(index + "@example.org", MESSAGE)).isInstanceOf(Answer.Accepted.class);
            }

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.copies()).hasSize(20);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 sender unknown, true",
        "RCPT, 550 5.1.1 no such user, true",
        "RCPT, 450 4.2.1 mailbox busy, false",
        "DATA, 554 no, true",
        "DATA, 451 later, false",
        "DOT, 552 too large, true",
        "DOT, 451 4.3.0 later, false"
    })
    void tellsARefusalForGoodFromOneForNow(String point, String reply, boolean forGood) throws Exception {
        try (TestMailServer server = TestMailServer.scripted((at, talk) -> at.equals(point) ? new Say(reply) : null)) {
            Answer answer = send(server);

            assertThat(answer).isInstanceOf(Answer.Rejected.class);
            assertThat(((Answer.Rejected) answer).isForGood()).isEqualTo(forGood);
            assertThat(answer.reply()).isEqualTo(reply);
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, false", "RCPT, false", "DATA, false", "DOT, true"})
    void tellsWhetherTheServerMayHaveItWhenTheConnectionBreaks(String point, boolean taken) throws Exception {
        try (TestMailServer server = TestMailServer.scripted((at, talk) -> at.equals(point) ? DROP : null)) {
            Answer answer = send(server);

            assertThat(answer).isInstanceOf(Answer.Broken.class);
            assertThat(((Answer.Broken) answer).taken()).isEqualTo(taken);
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, false", "DOT, true"})
    void doesNotWaitForeverForAnAnswer(String point, boolean taken) throws Exception {
        try (TestMailServer server = TestMailServer.scripted((at, talk) -> at.equals(point) ? HANG : null)) {
            assertThat(send(server))
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.taken()).isEqualTo(taken));
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA", "DOT"})
    void isNoLongerOpenWhenTheServerSaysGoodbye(String point) throws Exception {
        try (TestMailServer server =
                        TestMailServer.scripted((at, talk) -> at.equals(point) ? new Say("421 closing") : null);
                SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();

            assertThat(connection.send("a@example.org", MESSAGE)).isEqualTo(new Answer.Rejected(421, "421 closing"));
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void saysThatTheServerCannotBeReached() throws Exception {
        int port;
        try (TestMailServer server = TestMailServer.friendly()) {
            port = server.port();
        }
        SmtpConnection connection =
                new SmtpConnection(server(port, Security.NONE), "news@example.org", SSLContext.getDefault());

        assertThatThrownBy(connection::open)
                .isInstanceOf(SmtpConnection.Unreachable.class)
                .hasMessage("cannot reach the mail server 127.0.0.1:" + port + ": Connection refused");
    }

    @Test
    void saysNothingInTheClearWhereEncryptionIsAskedForAndNotOffered() throws Exception {
        try (TestMailServer server = TestMailServer.offering("AUTH PLAIN");
                SmtpConnection connection = connection(server, Security.STARTTLS)) {
            assertThatThrownBy(connection::open)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("cannot be made safe")
                    .hasMessageContaining("look at smtp.host, smtp.port and smtp.security");
        }
    }

    private static Answer send(TestMailServer server, String recipient) throws Exception {
        try (SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();
            return connection.send(recipient, MESSAGE);
        }
    }

    @Test
    void writesForeignDomainsAsTheDnsHasThem() throws Exception {
        try (TestMailServer server = TestMailServer.friendly()) {
            assertThat(send(server, "info@bücher.example")).isInstanceOf(Answer.Accepted.class);

            assertThat(server.received().get(0).to()).isEqualTo("info@xn--bcher-kva.example");
        }
    }

    @Test
    void writesForeignMailboxesWhereTheServerTakesThem() throws Exception {
        try (TestMailServer server = TestMailServer.offering("SMTPUTF8", "8BITMIME")) {
            assertThat(send(server, "zoë@bücher.example")).isInstanceOf(Answer.Accepted.class);

            assertThat(server.received().get(0).to()).isEqualTo("zoë@xn--bcher-kva.example");
        }
    }

    @Test
    void saysOfForeignMailboxesThatTheServerDoesNotTakeThem() throws Exception {
        try (TestMailServer server = TestMailServer.friendly()) {
            assertThat(send(server, "zoë@example.org"))
                    .isEqualTo(new Answer.Rejected(
                            553, "the server takes no letters but a to z before the @ (it does not offer SMTPUTF8)"));

            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"SIZE 20, false", "SIZE 1000, true", "SIZE 0, true", "SIZE, true"})
    void handsOverNothingThatIsTooLargeForTheServer(String extension, boolean accepted) throws Exception {
        try (TestMailServer server = TestMailServer.offering(extension)) {
            assertThat(send(server, "a@example.org") instanceof Answer.Accepted).isEqualTo(accepted);
            assertThat(server.received()).hasSize(accepted ? 1 : 0);
        }
    }

    @Test
    void addsNoCommandFromAnAddress() throws Exception {
        try (TestMailServer server = TestMailServer.friendly()) {
            assertThat(send(server, "a@example.org>\r\nRCPT TO:<b@example.org"))
                    .isInstanceOfSatisfying(
                            Answer.Rejected.class,
                            rejected -> assertThat(rejected.reply()).startsWith("not an address"));
            assertThat(server.copies()).isEmpty();
        }
    }
}
