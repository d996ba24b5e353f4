package newsletter.send;

import static newsletter.send.TestMailServer.DROP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import newsletter.finding.Failure;
import newsletter.model.MailServer.Security;
import newsletter.model.Recipient;
import newsletter.send.TestMailServer.Act.Say;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole send against a server that does what it is told to. */
@Timeout(60)
class SenderTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Patience QUICK =
            new Patience(List.of(MOMENT, MOMENT, MOMENT), List.of(MOMENT, MOMENT, MOMENT), 20);

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Mailing mailing;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder.resolve("ledger.db"));
        mailing = ledger.mailing("2018-09", "members", "hash", false);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void load(int recipients) {
        mailing.load(IntStream.range(0, recipients)
                .mapToObj(number -> new Recipient("r" + number + "@example.org", Map.of())));
    }

    private Sender sender(TestMailServer server, int connections) throws GeneralSecurityException {
        SmtpServer address = new SmtpServer(
                "127.0.0.1", server.port(), Security.NONE, Optional.empty(), "news.example.org", Duration.ofSeconds(5));
        return new Sender(
                mailing,
                address,
                "news@example.org",
                SSLContext.getDefault(),
                recipient -> ("To: " + recipient.address() + "\r\n\r\nText\r\n").getBytes(StandardCharsets.US_ASCII),
                new Sender.Options(connections, Duration.ZERO, QUICK));
    }

    @Test
    void sendsToEveryoneOnceOverSeveralConnections() throws Exception {
        load(200);
        try (TestMailServer server = TestMailServer.friendly()) {
            assertThat(sender(server, 4).run()).isEmpty();

            assertThat(server.copies())
                    .hasSize(200)
                    .allSatisfy((to, copies) -> assertThat(copies).isEqualTo(1));
            assertThat(server.connections()).isEqualTo(4);
        }
        assertThat(mailing.counts()).containsEntry(State.SENT, 200L);
    }

    @Test
    void triesAgainWhatWasRefusedForNow() throws Exception {
        load(20);
        try (TestMailServer server = TestMailServer.scripted(
                (point, talk) -> point.equals("RCPT") && talk.attempt() < 3 ? new Say("450 4.2.0 greylisted") : null)) {
            assertThat(sender(server, 3).run()).isEmpty();

            assertThat(server.copies())
                    .hasSize(20)
                    .allSatisfy((to, copies) -> assertThat(copies).isEqualTo(1));
        }
    }

    @Test
    void givesUpAfterTheLastPause() throws Exception {
        load(1);
        try (TestMailServer server =
                TestMailServer.scripted((point, talk) -> point.equals("RCPT") ? new Say("450 busy") : null)) {
            assertThat(sender(server, 1).run()).isEmpty();
        }
        assertThat(mailing.lines(0, 1).get(0))
                .returns(State.FAILED, Mailing.Line::state)
                .returns(4, Mailing.Line::attempts)
                .returns("given up after 4 attempts: 450 busy", Mailing.Line::reply);
    }

    @Test
    void connectsAnewWhenTheServerClosesBeforeItHasTheMessage() throws Exception {
        load(30);
        Set<String> dropped = ConcurrentHashMap.newKeySet();
        try (TestMailServer server = TestMailServer.scripted((point, talk) -> {
            if (point.equals("DATA") && talk.to().contains("5") && dropped.add(talk.to())) {
                return talk.to().hashCode() % 2 == 0 ? DROP : new Say("421 too many messages");
            }
            return null;
        })) {
            assertThat(sender(server, 2).run()).isEmpty();

            assertThat(server.copies())
                    .hasSize(30)
                    .allSatisfy((to, copies) -> assertThat(copies).isEqualTo(1));
        }
    }

    @Test
    void showsAsUnsureWhatTheServerTookWithoutAnAnswer() throws Exception {
        load(10);
        try (TestMailServer server = TestMailServer.scripted(
                (point, talk) -> point.equals("DOT") && talk.to().equals("r3@example.org") ? DROP : null)) {
            assertThat(sender(server, 2).run()).isEmpty();

            assertThat(server.copies())
                    .allSatisfy((to, copies) -> assertThat(copies).isEqualTo(1));
        }
        assertThat(mailing.counts()).containsEntry(State.SENT, 9L).containsEntry(State.UNSURE, 1L);
    }

    @Test
    void stopsWhenOneAfterTheOtherIsRefused() throws Exception {
        load(500);
        try (TestMailServer server =
                TestMailServer.scripted((point, talk) -> point.equals("MAIL") ? new Say("550 not you") : null)) {
            assertThat(sender(server, 4).run().orElseThrow())
                    .contains("recipients in a row were refused, the last with: 550 not you");
        }
        assertThat(mailing.counts().get(State.FAILED)).isBetween(20L, 24L);
        assertThat(mailing.counts().get(State.WAITING)).isGreaterThan(470L);
    }

    @Test
    void saysThatItGoesOnWhenTheServerCanBeReachedAgain() throws Exception {
        load(3);
        TestMailServer gone = TestMailServer.friendly();
        gone.close();

        assertThatThrownBy(sender(gone, 2)::run)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot reach the mail server 127.0.0.1:")
                .hasMessageEndingWith("the same command goes on when it can be reached again");

        try (TestMailServer server = TestMailServer.friendly()) {
            assertThat(sender(server, 2).run()).isEmpty();
            assertThat(server.copies()).hasSize(3);
        }
    }

    @Test
    void finishesWhatIsInFlightWhenToldToStop() throws Exception {
        load(300);
        Sender[] sender = new Sender[1];
        try (TestMailServer server = TestMailServer.scripted((point, talk) -> {
            if (point.equals("DOT") && talk.to().equals("r20@example.org")) {
                sender[0].stop("interrupted");
            }
            return null;
        })) {
            sender[0] = sender(server, 4);

            assertThat(sender[0].run()).contains("interrupted");

            Map<State, Long> counts = mailing.counts();
            assertThat(counts).containsEntry(State.SENDING, 0L).containsEntry(State.UNSURE, 0L);
            assertThat(counts.get(State.SENT))
                    .isEqualTo(server.received().size())
                    .isLessThan(300);
            assertThat(sender(server, 4).run()).isEmpty();
            assertThat(server.copies())
                    .hasSize(300)
                    .allSatisfy((to, copies) -> assertThat(copies).isEqualTo(1));
        }
    }
}
