package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import newsletter.cli.ExitCode;
import newsletter.send.Newsroom.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsletter send}, as an editor gives it and as the mail server sees it. */
@Timeout(60)
class SendCommandTest {
    @TempDir
    private Path temp;

    private TestMailServer server;
    private Newsroom newsroom;

    @BeforeEach
    void begin() {
        server = TestMailServer.friendly();
        newsroom = new Newsroom(temp, server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private String sentTo(String address) {
        return server.received().stream()
                .filter(message -> message.to().equals(address))
                .reduce((one, other) -> other)
                .orElseThrow()
                .data();
    }

    private void test() {
        Run run = newsroom.run("send", "2018-09", "--to", "test");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void sendsATestToAnAddressGivenByHand() {
        Run run = newsroom.run("send", "--to", "me@example.org");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("2018-09 to me@example.org: 1 sent · ")
                .endsWith("ledger: .newsletter/ledger.db\n");
        assertThat(server.received()).hasSize(1);
        assertThat(sentTo("me@example.org"))
                .contains("Subject: [Test] New partners in Korea\r\n")
                .contains("To: <me@example.org>\r\n")
                .doesNotContain("X-Unsent");
    }

    @Test
    void sendsToAListWhatWasTested() {
        test();

        Run run = newsroom.run("send", "--to", "members", "--yes", "1");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        String real = sentTo("cluster-news@lists.example.org");
        String tested = sentTo("editors@lists.example.org");
        assertThat(real)
                .contains("Subject: New partners in Korea\r\n")
                .contains("To: \"Cluster Courier\" <cluster-news@lists.example.org>\r\n")
                .contains("List-Id: \"Cluster Courier\" <cluster-news.lists.example.org>\r\n")
                .contains("List-Unsubscribe: <https://lists.example.org/leave>\r\n")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
                .contains("Feedback-ID: 2018-09:members:newsletter:example-org\r\n")
                .contains("Auto-Submitted: auto-generated\r\n");
        assertThat(body(real)).isEqualTo(body(tested));
    }

    private static String body(String message) {
        return message.substring(message.indexOf("\r\n\r\n"));
    }
}
