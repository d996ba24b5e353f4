package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildAllTest {
    private static final List<String> ISSUES = List.of("2017-11", "2018-03", "2018-09");

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void copyExample() throws IOException {
        folder = Example.copyTo(temp.resolve("news"));
    }

    private record Outcome(ExitCode exit, String out, String err) {}

    @Test
    void writesTheSameBytesAsOneByOne() throws IOException {
        for (String issue : ISSUES) {
            assertThat(run(Map.of(), "build", issue).exit()).isEqualTo(ExitCode.DONE);
        }
        Map<String, Integer> expected = written();
        delete(folder.resolve("out"));

        Outcome all = run(Map.of(), "build", "--all");

        assertThat(all.exit()).isEqualTo(ExitCode.DONE);
        assertThat(written()).isEqualTo(expected).hasSizeGreaterThan(20);
        assertThat(all.out())
                .startsWith("3 issues: ")
                .endsWith(" pictures · out\n")
                .hasLineCount(1);
        assertThat(all.err()).doesNotContain("\u001b");
    }

    @Test
    void tellsTheSameFindingsAsOneByOne() throws IOException {
        BuildRun.write(folder, "issues/2018-10.yaml", "title: October\ndate: 2018-10-01\nsections: []\n");
        BuildRun.write(
                folder, "issues/2018-11.yaml", "title: November\ndate: 2018-11-05\nintro: A <blink>word</blink>\n");
        BuildRun.write(
                folder,
                "templates/style.css",
                Files.readString(Path.of("templates/style.css")) + "\np { colour: red }\n");
        TreeSet<String> expected = new TreeSet<>();
        for (String issue : List.of("2017-11", "2018-03", "2018-09", "2018-10", "2018-11")) {
            expected.addAll(heads(run(Map.of(), "build", issue).err()));
        }

        Outcome all = run(Map.of(), "build", "--all");

        assertThat(heads(all.err())).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(String.join("\n", expected)).contains("[empty-issue]", "colour");
    }

    @Test
    void readsNoStyleSheetThatNoPageHas() throws IOException {
        BuildRun.write(folder, "templates/index.ftlh", "<html><body><p>Without styles</p></body></html>\n");
        BuildRun.write(folder, "templates/style.css", "p { color: red\n");
        Outcome one = run(Map.of(), "build", "2018-09");

        Outcome all = run(Map.of(), "build", "--all");

        assertThat(one.exit()).isEqualTo(ExitCode.DONE);
        assertThat(all.err()).doesNotContain("style.css");
        assertThat(all.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void issueWithAnErrorKeepsItsLastOutputWhileTheOthersAreWritten() throws IOException {
        run(Map.of(), "build", "--all");
        byte[] before = Files.readAllBytes(folder.resolve("out/2018-03/index.html"));
        Files.writeString(
                folder.resolve("issues/2018-03.yaml"),
                "title: March\ndate: 2018-03-12\nsections: [{heading: A, entries: [news/nothing]}]\n");
        delete(folder.resolve("out/2018-09"));

        Outcome all = run(Map.of(), "build", "--all");

        assertThat(all.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(all.err())
                .contains("[unknown-entry]")
                .contains(": issues with errors were not written, their last good output is as it was\n");
        assertThat(all.out()).startsWith("2 issues: ");
        assertThat(Files.readAllBytes(folder.resolve("out/2018-03/index.html"))).isEqualTo(before);
        assertThat(folder.resolve("out/2018-09/index.html")).isNotEmptyFile();
    }

    @Test
    void errorInAnEntryIsOneInEveryIssue() throws IOException {
        BuildRun.write(folder, "content/news/broken.md", "---\ntitle: A\ndate: tomorrow\n---\n");

        Outcome all = run(Map.of(), "build", "--all");

        assertThat(all.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(all.out()).isEmpty();
        assertThat(all.err())
                .contains("[bad-date]")
                .contains(": nothing was written, the last good output is as it was\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** Templates are parsed once; what is wrong with one is wrong with every issue that it is for. */
    @ParameterizedTest
    @ValueSource(strings = {"<#include \"own.ftlh\">", "<#assign own = .get_optional_template(\"own.ftlh\")>"})
    void mistakeInATemplateIsOneInEveryIssue(String use) throws IOException {
        BuildRun.write(folder, "templates/index.ftlh", use);
        for (byte[] own : List.of("<#if>".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff})) {
            Files.write(folder.resolve("templates/own.ftlh"), own);
            List<String> ofOne = errors(run(Map.of(), "build", "2018-09").err());

            Outcome all = run(Map.of(), "build", "--all");

            assertThat(all.exit()).isEqualTo(ExitCode.FINDINGS);
            assertThat(errors(all.err())).isEqualTo(ofOne).anyMatch(line -> line.startsWith("templates/own.ftlh:1:"));
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void progressIsShownOnATerminalAndGoneInTheEnd() {
        Outcome all = run(Map.of("NEWSLETTER_TERMINAL", "1"), "build", "--all", "--color", "never");

        assertThat(all.err())
                .startsWith("\r\u001b[Kreading ...\r\u001b[K")
                .contains("\r\u001b[K3 of 3 issues")
                .endsWith("\r\u001b[K");
    }

    @Test
    void allAndAnIssueContradict() {
        Outcome all = run(Map.of(), "build", "--all", "2018-09");

        assertThat(all.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(all.err()).isEqualTo("""
                        newsletter: '--all' builds every issue: leave out '2018-09'
                        'newsletter build --help' says how it goes
                        """);
    }

    private Outcome run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InstantSource.fixed(BuildRun.NOW));
        ExitCode exit = Main.run(surroundings, arguments);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The first lines of findings. */
    private static List<String> heads(String report) {
        return report.lines().filter(line -> line.matches("\\S+:\\d+:\\d+: .*")).toList();
    }

    private static List<String> errors(String report) {
        return heads(report).stream().filter(line -> line.contains(" error[")).toList();
    }

    private Map<String, Integer> written() throws IOException {
        Map<String, Integer> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder.resolve("out"))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static void delete(Path root) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.forEach(paths::add);
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.delete(paths.get(i));
        }
    }
}
