package newsletter.send;

import static newsletter.send.TestMailServer.DROP;
import static newsletter.send.TestMailServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import newsletter.finding.Failure;
import newsletter.model.MailServer.Security;
import newsletter.send.TestMailServer.Act.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** With commands in one go, one by one, and at a server that asks for a text that nobody would get. */
    private static TestMailServer offering(String extension, TestMailServer.Script script) {
        return TestMailServer.offering(script, extension.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "8BITMIME", "PIPELINING X-GENEROUS"})
    void goesOnWithTheNextMessageAfterARefusal(String extensions) throws Exception {
        AtomicInteger senders = new AtomicInteger();
        try (TestMailServer server = offering(extensions, (at, talk) -> {
                    boolean refused = (at.equals("MAIL") && senders.incrementAndGet() == 3)
                            || (at.equals("RCPT") && talk.to().equals("b@example.org"))
                            || (at.equals("DOT") && talk.to().equals("d@example.org"));
                    return refused ? new Say("550 5.1.1 not this one") : null;
                });
                SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();
            List<Class<?>> answers = new ArrayList<>();
            for (String recipient : List.of("a", "b", "c", "d", "e")) {
                answers.add(connection.send(recipient + "@example.org", MESSAGE).getClass());
            }

            assertThat(answers)
                    .containsExactly(
                            Answer.Accepted.class,
                            Answer.Rejected.class,
                            Answer.Rejected.class,
                            Answer.Rejected.class,
                            Answer.Accepted.class);
            assertThat(server.copies()).containsOnlyKeys("a@example.org", "e@example.org");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "8BITMIME"})
    void sendsEveryLineAsItIsWhateverItBeginsWith(String extension) throws Exception {
        Random random = new Random(7);
        List<String> messages = new ArrayList<>(List.of(".\r\n", "..\r\n.\r\n", "\r\n\r\n", "x\r\n."));
        for (int number = 0; number < 30; number++) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 20; line++) {
                text.append(".".repeat(random.nextInt(3))).append("x".repeat(random.nextInt(20)));
                text.append("\r\n");
            }
            messages.add(text.toString());
        }
        try (TestMailServer server = offering(extension, (at, talk) -> null);
                SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();
            for (String message : messages) {
                connection.send("a@example.org", message.getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(server.received().stream().map(TestMailServer.Received::data))
                    .containsExactlyElementsOf(messages.stream()
                            .map(message -> message.endsWith("\n") ? message : message + "\r\n")
                            .toList());
        }
    }

    @Test
    void trustsNoConnectionOnWhichTheServerSpokeUnasked() throws Exception {
        try (TestMailServer server = TestMailServer.scripted(
                        (at, talk) -> at.equals("DOT") ? new Say("250 ok\r\n250 a word too many") : null);
                SmtpConnection connection = connection(server, Security.NONE)) {
            connection.open();
            connection.send("a@example.org", MESSAGE);

            assertThat(connection.send("b@example.org", MESSAGE))
                    .isEqualTo(new Answer.Broken(false, "the server spoke without being asked"));
            assertThat(connection.isOpen()).isFalse();
            assertThat(server.copies()).containsOnlyKeys("a@example.org");
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, hello, false", "DATA, 250 what, false", "DOT, 354 more, true", "DOT, 25, true"})
    void believesNoAnswerThatIsNone(String point, String reply, boolean taken) throws Exception {
        try (TestMailServer server = TestMailServer.scripted((at, talk) -> at.equals(point) ? new Say(reply) : null)) {
            assertThat(send(server))
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.taken()).isEqualTo(taken));
        }
    }

    @Test
    void keepsAllLinesOfAnAnswerAndWaitsForTheLast() throws Exception {
        try (TestMailServer server = TestMailServer.scripted((at, talk) ->
                at.equals("RCPT") ? new Say("550-5.7.1 blocked\r\n550 see https://example.org/") : null)) {
            assertThat(send(server))
                    .isEqualTo(new Answer.Rejected(550, "550-5.7.1 blocked 550 see https://example.org/"));
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
