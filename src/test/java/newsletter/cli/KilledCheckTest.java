package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsletter.robustness.Program;
import newsletter.web.Answers;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of a check is killed (SIGKILL), and the same command given again. */
class KilledCheckTest {
    private static final int LINKS = 80;
    private static final int AT_ONCE = 4;

    @TempDir
    private Path temp;

    @Test
    void whatWasAskedBeforeTheKillIsNotAskedAgain() throws IOException, InterruptedException {
        try (PretendServer server = PretendServer.onLoopback()) {
            server.on("*", (request, out) -> {
                request.server().dawdle(10);
                Answers.page("<p>Good").to(request, out);
            });
            write(server.origin());

            Process process = check().start();
            while (process.isAlive() && server.requests().size() < LINKS / 2) {
                process.waitFor(1, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            int asked = server.requests().size();
            Program.Outcome again = check().run();

            assertThat(asked).isBetween(LINKS / 2, LINKS - 1);
            assertThat(again.out()).contains("%1$d links: %1$d ok".formatted(LINKS));
            assertThat(new HashSet<>(server.requests())).hasSize(LINKS);
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(LINKS + AT_ONCE);
        }
    }

    private void write(String origin) throws IOException {
        String links = IntStream.range(0, LINKS)
                .mapToObj(i -> "[Page " + i + "](" + origin + "/page/" + i + ")")
                .collect(Collectors.joining("\n"));
        BuildRun.write(temp, "newsletter.yaml", """
                name: Courier
                links: {check: {allow: [127.0.0.1], connections-per-host: %d}}
                sections:
                  - {heading: News, select: news}
                """.formatted(AT_ONCE));
        BuildRun.write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        BuildRun.write(temp, "content/news/many.md", "---\ntitle: Many\ndate: 2018-09-01\n---\n" + links + "\n");
    }

    private Program check() {
        return Program.in(temp, Program.java("-cp", Program.classPath(), Main.class.getName(), "check"));
    }
}
