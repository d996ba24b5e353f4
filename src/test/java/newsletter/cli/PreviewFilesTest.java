package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsletter.Program;
import newsletter.preview.Preview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a preview makes of files that others change under it, and of a port that another program has. */
class PreviewFilesTest {
    @TempDir
    private Path temp;

    @BeforeEach
    void copy() throws IOException {
        Example.copyTo(temp);
    }

    private static boolean isGood(JsonObject bulletin) {
        return !bulletin.get("broken").getAsBoolean();
    }

    private static boolean finds(JsonObject bulletin, String code) {
        return bulletin.getAsJsonArray("findings").asList().stream()
                .anyMatch(finding ->
                        finding.getAsJsonObject().get("code").getAsString().equals(code));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Program.find("git").path().toString(),
                "-c",
                "user.name=Editor",
                "-c",
                "user.email=editor@example.org"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        git.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        assertThat(git.start().waitFor()).as(command.toString()).isZero();
    }

    @Test
    void aCheckoutOfTwoHundredFilesIsOneChange() throws IOException, InterruptedException {
        // Git writes files by their names: first this one, in the end the issue.
        Path entry = temp.resolve("content/events/energy-brokerage.md");
        Path issue = temp.resolve("issues/2018-09.yaml");
        git("init", "-q", "-b", "main");
        git("add", "-A");
        git("commit", "-q", "-m", "Begin");
        git("checkout", "-q", "-b", "other");
        Files.writeString(entry, Files.readString(entry).replaceFirst("title: .*", "title: From the other branch"));
        Files.writeString(issue, Files.readString(issue).replaceFirst("title: .*", "title: Another September"));
        for (int number = 0; number < 200; number++) {
            Files.writeString(
                    temp.resolve("content/news/other-" + number + ".md"),
                    "---\ntitle: Number %d\ndate: 2010-01-01\n---\n".formatted(number));
        }
        git("add", "-A");
        git("commit", "-q", "-m", "Write much");
        git("checkout", "-q", "main");
        try (RunningPreview preview = RunningPreview.of(temp, "--no-open")) {
            Listener listener = Listener.of(preview);
            listener.await("the beginning", PreviewFilesTest::isGood);

            git("checkout", "-q", "other");

            assertThat(listener.await(
                            "the other branch",
                            bulletin -> listener.page("2018-09").contains("From the other branch")))
                    .isEqualTo(1);
            git("checkout", "-q", "main");
            assertThat(listener.await(
                            "and back", bulletin -> !listener.page("2018-09").contains("From the other branch")))
                    .isEqualTo(1);
            assertThat(listener.announced()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aPageIsToldOfBeforeItsFindings() throws IOException, InterruptedException {
        Path entry = temp.resolve("content/news/korea-agreement.md");
        String written = Files.readString(entry);
        try (RunningPreview preview = RunningPreview.of(temp, "--no-open")) {
            Listener listener = Listener.of(preview);
            listener.await("the beginning", PreviewFilesTest::isGood);
            Set<String> shown = new HashSet<>();
            for (int edit = 0; edit < 5; edit++) {
                String title = "Edited " + edit + " times";
                Files.writeString(entry, written.replaceFirst("title: .*", "title: " + title));
                listener.await(title, bulletin -> {
                    shown.add(bulletin.getAsJsonObject("page").get("version").getAsString());
                    return listener.page("2018-09").contains(title);
                });
            }

            // A tab that is slow to read is told the newest alone.
            assertThat(listener.announced()).isNotEmpty().isSubsetOf(shown);
        }
    }

    @Test
    void aPictureThatIsTooLargeIsAFinding() throws IOException, InterruptedException {
        Path picture = temp.resolve("content/news/huge.jpg");
        Path entry = temp.resolve("content/news/korea-agreement.md");
        String written = Files.readString(entry);
        try (RunningPreview preview = RunningPreview.of(temp, "--no-open")) {
            Listener listener = Listener.of(preview);
            listener.await("the beginning", PreviewFilesTest::isGood);

            try (RandomAccessFile file = new RandomAccessFile(picture.toFile(), "rw")) {
                file.setLength(51L << 20);
            }
            Files.writeString(entry, written.replaceFirst("image: .*", "image: huge.jpg"));

            listener.await("the huge picture", bulletin -> finds(bulletin, "picture-too-large"));
            Files.writeString(entry, written);
            Files.delete(picture);
            listener.await("mended", bulletin -> isGood(bulletin) && !finds(bulletin, "picture-too-large"));
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndAnotherOneUsed() throws IOException {
        try (ServerSocket other = new ServerSocket(Preview.USUAL_PORT, 1, InetAddress.getLoopbackAddress());
                RunningPreview preview = RunningPreview.at(temp, "--no-open")) {
            int port = URI.create(preview.url()).getPort();

            assertThat(port).isNotEqualTo(other.getLocalPort());
            assertThat(preview.err()).contains("port 4018 is taken, so another one is used");
        }
    }

    @Test
    void aPortThatWasAskedForAndIsTakenEndsIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.in(temp, "preview", "--no-open", "--port", Integer.toString(other.getLocalPort()));

            assertThat(run.exit()).isEqualTo(ExitCode.SURROUNDINGS);
            assertThat(run.err())
                    .contains("cannot listen on port " + other.getLocalPort())
                    .contains("leave out --port, and a free one is taken");
        }
    }
}
