package newsletter.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsletter.finding.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is in the output folder, whatever happens while it is written. */
class OutputTest {
    /** How often a build is killed; {@code mvn verify -Dnewsletter.kills=300} tries harder. */
    private static final int KILLS = Integer.getInteger("newsletter.kills", 30);

    private static final long LONGEST_LIFE_MICROS = 100_000;

    @TempDir
    private Path temp;

    private static Output.File file(String path, String content) {
        return new Output.File(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Every file below a folder with its content. */
    private static Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new TreeMap<>(walk.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> folder.relativize(path).toString().replace('\\', '/'), OutputTest::content)));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anIssuesFolderHoldsTheLastBuildAndNothingElse() throws IOException {
        Output output = new Output(temp.resolve("out"));
        output.write("a", List.of(file("images/old.png", "1"), file("calendar/e.ics", "1"), file("index.html", "1")));
        output.write("b", List.of(file("index.html", "b")));
        Files.writeString(temp.resolve("out/a/notes.txt"), "by hand");

        Path folder = output.write("a", List.of(file("images/new.png", "2"), file("index.html", "2")));

        assertThat(folder).isEqualTo(temp.resolve("out/a"));
        assertThat(files(temp.resolve("out")))
                .isEqualTo(Map.of(".lock", "", "a/images/new.png", "2", "a/index.html", "2", "b/index.html", "b"));
        assertThat(temp.resolve("out/a/calendar")).doesNotExist();
        assertThat(temp.resolve("out/.new")).doesNotExist();
    }

    @Test
    void aFileThatIsAsItWasIsLeftAlone() throws IOException {
        Output output = new Output(temp.resolve("out"));
        output.write("a", List.of(file("images/a.png", "1"), file("images/b.png", "1"), file("index.html", "1")));
        FileTime before = FileTime.from(Instant.parse("2018-09-03T06:00:00Z"));
        for (String name : List.of("images/a.png", "images/b.png", "index.html")) {
            Files.setLastModifiedTime(temp.resolve("out/a").resolve(name), before);
        }

        output.write("a", List.of(file("images/a.png", "1"), file("images/b.png", "2"), file("index.html", "12")));

        assertThat(Files.getLastModifiedTime(temp.resolve("out/a/images/a.png")))
                .isEqualTo(before);
        assertThat(files(temp.resolve("out/a")))
                .isEqualTo(Map.of("images/a.png", "1", "images/b.png", "2", "index.html", "12"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToTheSameContentGivesWayToAFile() throws IOException {
        Output output = new Output(temp.resolve("out"));
        output.write("a", List.of(file("images/a.png", "1"), file("index.html", "1")));
        Path picture = temp.resolve("out/a/images/a.png");
        Files.move(picture, temp.resolve("elsewhere.png"));
        Files.createSymbolicLink(picture, temp.resolve("elsewhere.png"));

        output.write("a", List.of(file("images/a.png", "1"), file("index.html", "1")));

        assertThat(picture).hasContent("1");
        assertThat(Files.isSymbolicLink(picture)).isFalse();
    }

    @Test
    void whatADeadBuildLeftGoes() throws IOException {
        Files.createDirectories(temp.resolve("out/.new/images"));
        Files.writeString(temp.resolve("out/.new/images/half.png"), "ha");

        new Output(temp.resolve("out")).write("a", List.of(file("index.html", "1")));

        assertThat(files(temp.resolve("out"))).isEqualTo(Map.of(".lock", "", "a/index.html", "1"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFolderMayBeALinkToAFolder() throws IOException {
        Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(temp.resolve("out"), Path.of("elsewhere"));

        new Output(temp.resolve("out")).write("a", List.of(file("index.html", "1")));

        assertThat(temp.resolve("elsewhere/a/index.html")).hasContent("1");
    }

    @Test
    void aFileInTheWayIsAFailureThatLeavesThePage() throws IOException {
        Files.writeString(temp.resolve("out"), "not a folder");

        assertThatThrownBy(() -> new Output(temp.resolve("out")).write("a", List.of(file("index.html", "1"))))
                .isInstanceOf(Failure.class)
                .hasMessage("cannot write " + temp.resolve("out/a")
                        + ": a file of that name is in the way; the last good page is still there");
        assertThat(temp.resolve("out")).hasContent("not a folder");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheLastBuild() throws IOException {
        Output output = new Output(temp.resolve("out"));
        output.write("a", List.of(file("images/p.png", "1"), file("index.html", "1")));
        Map<String, String> good = files(temp);

        assertThatThrownBy(() -> output.write(
                        "a",
                        List.of(file("images/q.png", "2"), file("images/q.png/r.png", "2"), file("index.html", "2"))))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("; the last good page is still there");
        assertThat(files(temp)).isEqualTo(good);
        assertThat(temp.resolve("out/.new")).doesNotExist();
    }

    @Test
    void aBuildThatIsKilledLeavesAWholePage() throws IOException, InterruptedException {
        Path out = temp.resolve("out");
        Random random = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextLong(LONGEST_LIFE_MICROS), out);
            assertWhole(out.resolve(WritesForever.ISSUE));
        }

        new Output(out).write(WritesForever.ISSUE, WritesForever.build(7));

        assertThat(files(out).keySet())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(".lock"),
                                WritesForever.build(7).stream().map(file -> WritesForever.ISSUE + "/" + file.path()))
                        .sorted()
                        .toList());
        assertThat(out.resolve(".new")).doesNotExist();
    }

    private void killAfter(long micros, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        home(Output.class) + File.pathSeparator + home(WritesForever.class),
                        WritesForever.class.getName(),
                        out.toString())
                .redirectError(temp.resolve("err").toFile())
                .start();
        try (BufferedReader begun = process.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(begun.readLine()).as(content(temp.resolve("err"))).isEqualTo("begun");
            assertThat(process.waitFor(micros, TimeUnit.MICROSECONDS)).isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path home(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** The page is that of one build, with all its pictures; the text is of the same one, or of the next that was coming. */
    private static void assertWhole(Path issue) throws IOException {
        int number = WritesForever.numberOf(Files.readAllBytes(issue.resolve(WritesForever.PAGE)));
        for (Output.File file : WritesForever.build(number)) {
            if (!file.path().equals(WritesForever.TEXT)) {
                assertThat(issue.resolve(file.path())).hasBinaryContent(file.bytes());
            }
        }
        byte[] text = Files.readAllBytes(issue.resolve(WritesForever.TEXT));
        int numberOfText = WritesForever.numberOf(text);
        assertThat(numberOfText).isBetween(number, number + 1);
        assertThat(text)
                .isEqualTo(WritesForever.build(numberOfText).stream()
                        .filter(file -> file.path().equals(WritesForever.TEXT))
                        .findFirst()
                        .orElseThrow()
                        .bytes());
    }
}
