package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import newsletter.cli.ExitCode;
import org.junit.jupiter.api.Test;

/**
 * The process of a send is killed (SIGKILL) at random moments, and the same command given again, until all is sent. The server
 * then has every message once, but for those that the ledger calls unsure, of which it has one or none.
 */
class KilledSendTest extends NewsroomTest {
    /** {@code mvn verify -Dnewsletter.kills=200} is the whole proof. */
    private static final int ASKED = Integer.getInteger("newsletter.kills", 0);

    private static final int KILLS = Math.max(8, ASKED);
    private static final int KILLS_AT_POSTGRES = Math.max(4, ASKED);
    private static final int KILLS_OF_THREE = Math.max(6, ASKED);
    private static final int KILLS_A_SEND = 10;

    /** In seconds; shorter than usual, so that what dead senders had claimed is free soon. */
    private static final String LEASE = "-Dnewsletter.lease=10";

    private static final int RECIPIENTS = 500;
    private static final int MANY = 10_000;
    private static final String LEDGER = ".newsletter/ledger.db";
    private static final long LONGEST_WAIT_SECONDS = 600;

    private final Random random = new Random(Long.getLong("newsletter.seed", 6));

    private void prepare(int recipients, String more) {
        // Slow enough that a kill hits the sending and not only the start of Java.
        newsroom.settings("smtp: {host: 127.0.0.1, port: " + server.port() + ", security: none, rate: " + recipients / 5
                        + "/s}\n" + more)
                .readers(recipients);
        Newsroom.Run test = newsroom.run("send", "--to", "test");
        assertThat(test.exit()).as(test.err()).isEqualTo(ExitCode.DONE);
    }

    private Process start(int recipients) throws IOException {
        return newsroom.start(LEASE, "send", "--to", "readers", "--yes", Integer.toString(recipients));
    }

    /** Lets a send live until the server has some more messages, then kills it at a random moment. */
    private boolean killSoon(Process process) throws InterruptedException {
        int before = server.received().size();
        while (process.isAlive() && server.received().size() == before) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        boolean ended = process.waitFor(random.nextLong(250_000), TimeUnit.MICROSECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    /** Kills a send so often, or until it has come to its end. */
    private int kill(int recipients, int times) throws IOException, InterruptedException {
        int killed = 0;
        while (killed < times && killSoon(start(recipients))) {
            killed++;
        }
        return killed;
    }

    private void finish(int recipients) throws IOException, InterruptedException {
        Process process = start(recipients);
        assertThat(process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(newsroom.said()))
                .as(Files.readString(newsroom.complained()))
                .contains("2018-09 to 'readers': ")
                .doesNotContain("waiting");
    }

    private void assertEveryoneServedOnce(Ledger ledger, int recipients) {
        Ledger.Known send = ledger.sends("2018-09").stream()
                .filter(known -> known.list().equals("readers"))
                .findFirst()
                .orElseThrow();
        Map<String, Integer> copies = server.copies();
        Set<String> unsure = new HashSet<>();
        List<Mailing.Line> lines = ledger.mailing(send).lines(0, recipients + 1);
        assertThat(lines).hasSize(recipients);
        for (Mailing.Line line : lines) {
            int accepted = copies.getOrDefault(line.address(), 0);
            if (line.state() == State.UNSURE) {
                unsure.add(line.address());
                assertThat(accepted).as(line.toString()).isLessThanOrEqualTo(1);
            } else {
                assertThat(line.state()).as(line.toString()).isEqualTo(State.SENT);
                assertThat(accepted).as(line.toString()).isEqualTo(1);
            }
        }
        // Of each connection of each dead sender at most one message can be in doubt.
        assertThat(unsure).hasSizeLessThan(recipients / 2);
    }

    /** A send to be killed, and then to be judged. */
    private interface Round {
        int run(int kills) throws Exception;
    }

    /** As many sends as it takes, each with a server and a ledger of its own. */
    private void repeat(int kills, Round round) throws Exception {
        int killed = round.run(Math.min(kills, KILLS_A_SEND));
        while (killed < kills) {
            assertThat(killed).isPositive();
            end();
            begin();
            Files.delete(temp.resolve(LEDGER));
            killed += round.run(Math.min(kills - killed, KILLS_A_SEND));
        }
    }

    private int killAndFinishInAFile(int recipients, int kills) throws Exception {
        prepare(recipients, "");
        int killed = kill(recipients, kills);
        finish(recipients);
        try (Ledger ledger = Ledger.open(temp.resolve(LEDGER))) {
            assertEveryoneServedOnce(ledger, recipients);
        }
        return killed;
    }

    @Test
    void sendsToEveryoneOnceWithTheLedgerInAFile() throws Exception {
        repeat(KILLS, kills -> killAndFinishInAFile(RECIPIENTS, kills));
    }

    @Test
    void sendsToTenThousandOnce() throws Exception {
        assumeTrue(ASKED > 0, "it takes long: -Dnewsletter.kills=200");

        assertThat(killAndFinishInAFile(MANY, KILLS_A_SEND)).isEqualTo(KILLS_A_SEND);
    }

    private int killAndFinishInPostgres(Postgres postgres, int kills, int senders) throws Exception {
        prepare(RECIPIENTS, "ledger: {jdbc: '" + postgres.address() + "', user: newsletter}");
        int killed = 0;
        boolean goesOn = true;
        while (goesOn && killed < kills) {
            List<Process> processes = new ArrayList<>();
            for (int number = 0; number < senders; number++) {
                processes.add(start(RECIPIENTS));
            }
            for (Process process : processes) {
                goesOn &= killSoon(process);
            }
            killed += goesOn ? senders : 0;
        }
        finish(RECIPIENTS);
        try (Ledger ledger = postgres.ledger()) {
            assertEveryoneServedOnce(ledger, RECIPIENTS);
        }
        return killed;
    }

    private void repeatInPostgres(int kills, int senders) throws Exception {
        int killed = 0;
        while (killed < kills) {
            try (Postgres postgres = Postgres.start()) {
                int now = killAndFinishInPostgres(postgres, Math.min(kills - killed, KILLS_A_SEND), senders);
                assertThat(now).isPositive();
                killed += now;
            }
            end();
            begin();
        }
    }

    @Test
    void sendsToEveryoneOnceWithTheLedgerInPostgres() throws Exception {
        repeatInPostgres(KILLS_AT_POSTGRES, 1);
    }

    @Test
    void threeSendersAtOnceShareASendWhileTheyAreKilled() throws Exception {
        repeatInPostgres(KILLS_OF_THREE, 3);
    }
}
