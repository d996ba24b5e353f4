package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import newsletter.finding.Failure;
import newsletter.model.Recipient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger remembers, in a file and in PostgreSQL. */
class LedgerTest {
    /** What holds in both databases. */
    abstract static class Both {
        private static int number;

        private Ledger ledger;
        private Mailing mailing;

        abstract Ledger open();

        @BeforeEach
        void begin() {
            ledger = open();
            number++;
            mailing = ledger.mailing("issue-" + number, "members", "hash", false);
        }

        @AfterEach
        void end() {
            ledger.close();
        }

        private void reopen() {
            ledger.close();
            ledger = open();
            mailing = ledger.mailing("issue-" + number, "members", "hash", false);
        }

        private static Recipient recipient(String address) {
            return new Recipient(address, Map.of("first_name", "Zoë"));
        }

        private Mailing.Loaded load(String... addresses) {
            return mailing.load(Stream.of(addresses).map(Both::recipient));
        }

        private void deliver(Delivery delivery, Outcome outcome) {
            assertThat(mailing.intend(delivery).join()).isTrue();
            assertThat(mailing.record(delivery, outcome).join()).isTrue();
        }

        private long count(State state) {
            return mailing.counts().getOrDefault(state, -1L);
        }

        @Test
        void claimsInTheOrderOfTheListWithWhatIsKnownOfEach() {
            load("c@example.org", "a@example.org", "b@example.org");

            assertThat(mailing.claim(2))
                    .containsExactly(
                            new Delivery(0, recipient("c@example.org"), 0),
                            new Delivery(1, recipient("a@example.org"), 0));
            assertThat(mailing.claim(2)).containsExactly(new Delivery(2, recipient("b@example.org"), 0));
            assertThat(mailing.claim(2)).isEmpty();
        }

        @Test
        void takesAMailboxOnceHoweverItIsSpelt() {
            assertThat(load("a@example.org", "A@Example.ORG", "b@example.org", "a@example.org"))
                    .isEqualTo(new Mailing.Loaded(2, 2, 0));
            assertThat(mailing.claim(9)).hasSize(2);
        }

        @Test
        void addsWhoIsNewAndLeavesOutWhoIsGoneWhenTheListIsReadAgain() {
            load("a@example.org", "b@example.org", "c@example.org");
            deliver(mailing.claim(1).get(0), new Outcome.Accepted("250 ok"));
            mailing.release();

            assertThat(load("d@example.org", "b@example.org")).isEqualTo(new Mailing.Loaded(2, 0, 1));
            assertThat(mailing.claim(9).stream()
                            .map(delivery -> delivery.recipient().address()))
                    .containsExactly("b@example.org", "d@example.org");
            assertThat(mailing.counts()).containsEntry(State.SENT, 1L).containsEntry(State.WITHDRAWN, 1L);
        }

        @Test
        void sendsToWhoCameBackToTheList() {
            load("a@example.org", "b@example.org");
            load("a@example.org");

            load("a@example.org", "b@example.org");

            assertThat(mailing.claim(9)).hasSize(2);
        }

        @Test
        void neverGivesOutWhatWasAccepted() {
            load("a@example.org");
            deliver(mailing.claim(1).get(0), new Outcome.Accepted("250 ok"));

            reopen();
            load("a@example.org");

            assertThat(mailing.claim(9)).isEmpty();
            assertThat(count(State.SENT)).isEqualTo(1);
            assertThat(mailing.untilDue()).isEmpty();
        }

        @Test
        void keepsTheServersAnswer() {
            load("a@example.org", "b@example.org");
            deliver(mailing.claim(1).get(0), new Outcome.Refused("550 no such user: grüße"));

            List<Mailing.Line> lines = mailing.lines(0, 9);
            assertThat(lines.get(0).state()).isEqualTo(State.FAILED);
            assertThat(lines.get(0).reply()).isEqualTo("550 no such user: grüße");
            assertThat(lines.get(0).attempts()).isEqualTo(1);
            assertThat(lines.get(1).state()).isEqualTo(State.WAITING);
        }

        @Test
        void givesOutAgainAfterAPauseWhatWasDeferred() {
            load("a@example.org");
            deliver(mailing.claim(1).get(0), new Outcome.Deferred("451 later", Duration.ofHours(1)));

            assertThat(mailing.claim(9)).isEmpty();
            assertThat(mailing.untilDue().orElseThrow()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));

            reopen();
            load("b@example.org", "a@example.org");
            deliver(mailing.claim(1).get(0), new Outcome.Deferred("451 later", Duration.ZERO));
            assertThat(mailing.claim(1).get(0).attempts()).isEqualTo(1);
        }

        @Test
        void doesNotResendWhatNobodyKnowsUnlessTold() {
            load("a@example.org");
            deliver(mailing.claim(1).get(0), new Outcome.Unknown("connection reset"));

            assertThat(mailing.claim(9)).isEmpty();
            assertThat(count(State.UNSURE)).isEqualTo(1);
            assertThat(mailing.resendUnsure()).isEqualTo(1);
            assertThat(mailing.claim(9)).hasSize(1);
        }

        @Test
        void refusesAnIntentForWhoIsOffTheListMeanwhile() {
            load("a@example.org", "b@example.org");
            Delivery delivery = mailing.claim(1).get(0);

            load("b@example.org");

            assertThat(mailing.intend(delivery).join()).isFalse();
        }

        @Test
        void loadsAListWhollyOrNotAtAll() {
            Stream<Recipient> broken = Stream.of("a@example.org", "b@example.org", "")
                    .map(address -> {
                        if (address.isEmpty()) {
                            throw new IllegalStateException("the list broke off");
                        }
                        return recipient(address);
                    });

            assertThatThrownBy(() -> mailing.load(broken)).hasStackTraceContaining("the list broke off");

            assertThat(mailing.counts().values()).containsOnly(0L);
            assertThat(load("a@example.org").recipients()).isEqualTo(1);
        }

        @Test
        void knowsWhichContentWasTested() {
            Mailing test = ledger.mailing("issue-" + number, "test", "hash", true);
            test.load(Stream.of(recipient("editors@example.org")));
            assertThat(ledger.tested("issue-" + number, "hash")).isEmpty();

            Delivery delivery = test.claim(1).get(0);
            test.intend(delivery).join();
            test.record(delivery, new Outcome.Accepted("250 ok")).join();

            assertThat(ledger.tested("issue-" + number, "hash")).isPresent();
            assertThat(ledger.tested("issue-" + number, "other")).isEmpty();
            assertThat(ledger.sends("issue-" + number))
                    .extracting(Ledger.Known::list)
                    .contains("members", "test");
        }
    }

    @Nested
    class InAFile extends Both {
        @TempDir
        private Path folder;

        private Path file() {
            return folder.resolve("Ordner mit Umlaut ü").resolve("ledger.db");
        }

        @Override
        Ledger open() {
            return Ledger.open(file());
        }

        @Test
        void refusesASecondSender() {
            assertThatThrownBy(() -> Ledger.open(file()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("another sender is at work with the ledger")
                    .hasMessageContaining("wait until it has ended");
        }

        @Test
        void marksAsUnsureWhatADeadSenderWasAbout() {
            super.load("a@example.org", "b@example.org");
            super.mailing.claim(2).stream()
                    .limit(1)
                    .forEach(delivery -> super.mailing.intend(delivery).join());

            super.reopen();

            assertThat(super.mailing.recover()).isEqualTo(1);
            assertThat(super.count(State.UNSURE)).isEqualTo(1);
            assertThat(super.mailing.claim(9))
                    .extracting(delivery -> delivery.recipient().address())
                    .containsExactly("b@example.org");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InPostgres extends Both {
        private final Postgres server = Postgres.start();

        @Override
        Ledger open() {
            return server.ledger();
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }

        @Test
        void sharesOneSendAmongSeveralSenders() {
            super.load("a@example.org", "b@example.org", "c@example.org");
            try (Ledger other = open()) {
                Mailing second = other.mailing("issue-" + Both.number, "members", "hash", false);
                Set<String> claimed = new TreeSet<>();
                super.mailing
                        .claim(2)
                        .forEach(delivery -> claimed.add(delivery.recipient().address()));
                List<Delivery> rest = second.claim(9);

                assertThat(rest).hasSize(1);
                rest.forEach(delivery -> claimed.add(delivery.recipient().address()));
                assertThat(claimed).hasSize(3);
                assertThat(super.mailing.intend(rest.get(0)).join()).isFalse();
                assertThat(second.intend(rest.get(0)).join()).isTrue();
            }
        }
    }
}
