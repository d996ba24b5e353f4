package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newsletter.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the midst of a send, as the process gets it. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class InterruptedSendTest {
    /** What a shell calls the end by a signal is this and the signal's number. */
    private static final int ENDED_BY = 128;

    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    private static final int RECIPIENTS = 200;

    @Test
    void finishesWhatIsInFlightAndSaysHowToGoOn(@TempDir Path temp) throws Exception {
        CountDownLatch underWay = new CountDownLatch(30);
        try (TestMailServer server = TestMailServer.scripted((point, talk) -> {
            if (point.equals("DOT")) {
                underWay.countDown();
            }
            return null;
        })) {
            Newsroom newsroom = new Newsroom(temp, server.port())
                    .settings("smtp: {host: 127.0.0.1, port: " + server.port() + ", security: none, rate: 50/s}")
                    .readers(RECIPIENTS);
            newsroom.run("send", "--to", "test");
            String[] command = {"send", "--to", "readers", "--yes", Integer.toString(RECIPIENTS)};

            Process process = newsroom.start("-Xshare:auto", command);
            assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();
            int signal = politeSignal();
            send(signal, process);

            assertThat(process.waitFor()).isEqualTo(ENDED_BY + signal);
            int sent = server.copies().size() - 1;
            assertThat(sent).isBetween(29, RECIPIENTS - 1);
            assertThat(Files.readString(newsroom.said()))
                    .startsWith("2018-09 to 'readers': " + sent + " sent, " + (RECIPIENTS - sent) + " waiting · ");
            assertThat(Files.readString(newsroom.complained()))
                    .endsWith("newsletter: the send stopped: it was interrupted\nthe same command goes on with it\n");

            Newsroom.Run rest = newsroom.run(command);
            assertThat(rest.exit()).as(rest.err()).isEqualTo(ExitCode.DONE);
            assertThat(server.copies())
                    .hasSize(RECIPIENTS + 1)
                    .allSatisfy((to, copies) -> assertThat(copies).as(to).isEqualTo(1));
        }
    }

    /** A shell has what it starts in the background ignore SIGINT, and Java leaves it at that. */
    private static int politeSignal() throws IOException {
        Path status = Path.of("/proc/self/status");
        long ignored = !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(
                                line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .findFirst()
                        .orElse(0);
        return (ignored & (1L << (SIGINT - 1))) == 0 ? SIGINT : SIGTERM;
    }

    private static void send(int signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
