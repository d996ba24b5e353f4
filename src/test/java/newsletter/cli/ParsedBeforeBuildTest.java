package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run parsed, the next takes from a file, where the launcher says which tool it is. */
class ParsedBeforeBuildTest {
    private static final List<String> PARSERS =
            List.of("org.yaml.snakeyaml.composer", "com.vladsch.flexmark.parser", "com.helger.css.parser");

    @TempDir
    private Path folder;

    @TempDir
    private Path caches;

    @BeforeEach
    void layOut() throws IOException {
        write("newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n");
        write("issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        write("content/news/one.md", "---\ntitle: One\ndate: 2018-09-01\n---\nOne *story*.\n");
        write("content/news/two.md", "---\ntitle: Two\ndate: 2018-09-02\n---\nAnother story.\n");
        write(
                "templates/index.ftlh",
                "<html><head><link rel=\"stylesheet\"></head><body><#list issue.sections as section>"
                        + "<#list section.entries as entry>${entry.title} ${entry.text}</#list></#list></body></html>\n");
        write("templates/newsletter.ftl", "Words\n");
        write("templates/style.css", "em { color: #004494; }\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String build(Map<String, String> environment) throws IOException, InterruptedException {
        return LoadedClasses.ofABuild(folder, environment);
    }

    private Map<String, String> launchedAs(String tool) {
        return Map.of("NEWSLETTER_CACHES", caches.resolve(tool).toString());
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("out/2018-09/index.html"));
    }

    @Test
    void parsesNoTextASecondTime() throws Exception {
        assertThat(build(launchedAs("1-1"))).contains(PARSERS);
        String first = page();
        Files.delete(folder.resolve("out/2018-09/index.html"));

        assertThat(build(launchedAs("1-1"))).doesNotContain(PARSERS);
        assertThat(page()).isEqualTo(first).contains("One", "<em style=\"color:#004494\"", "Another");
    }

    @Test
    void readsAChangedStyleSheet() throws Exception {
        build(launchedAs("1-1"));
        write("templates/style.css", "em { color: #AA0000; }\n");

        assertThat(build(launchedAs("1-1"))).contains(PARSERS.get(2)).doesNotContain(PARSERS.get(1));
        assertThat(page()).contains("<em style=\"color:#AA0000\"");
    }

    @Test
    void parsesWhatHasChanged() throws Exception {
        build(launchedAs("1-1"));
        write("content/news/one.md", "---\ntitle: One\ndate: 2018-09-01\n---\nA **new** story.\n");

        assertThat(build(launchedAs("1-1"))).contains(PARSERS.get(1));
        assertThat(page()).contains("<strong", "Another").doesNotContain("<em");
    }

    /** While the settings are read, so is the theme. */
    @Test
    void leavesNothingBehindWhereTheSettingsCannotBeRead() throws Exception {
        write("newsletter.yaml", "name: [Test\n");

        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            Surroundings surroundings = new Surroundings(folder, launchedAs("1-1"), nowhere, nowhere);
            assertThat(Main.run(surroundings, "build")).isEqualTo(ExitCode.FINDINGS);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("aside")) {
                thread.join();
            }
        }

        assertThat(caches).isEmptyDirectory();
    }

    @Test
    void parsesAllForAnotherToolAndWithoutTheLauncher() throws Exception {
        build(launchedAs("1-1"));

        assertThat(build(launchedAs("2-2"))).contains(PARSERS);
        assertThat(build(Map.of())).contains(PARSERS);
    }
}
