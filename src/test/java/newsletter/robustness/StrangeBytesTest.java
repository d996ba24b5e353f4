package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import newsletter.cli.ExitCode;
import newsletter.robustness.Newsletter.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no text, too much of it, or text that would do something to a reader's screen. */
class StrangeBytesTest {
    private static final int LARGEST_FILE = 500_000;
    private static final int LONGEST_TEXT = 100_000;

    @TempDir
    private Path temp;

    private Run build(String text) {
        return Newsletter.small(temp)
                .write("content/news/n.md", Newsletter.story(text))
                .run("build");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0xFFFE, 0xFFFF})
    void aControlCharacterIsAFinding(int character) {
        Run run = build("One\ntwo " + Character.toString(character) + "\n");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .startsWith("content/news/n.md:6:5: error[control-character]: ")
                .contains(String.format("U+%04X", character))
                .doesNotContain(Character.toString(character));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "half a character, ED A0 BD",
        "a character cut off, C3",
        "a continuation alone, 80",
        "a slash in two bytes, C0 AF",
        "beyond Unicode, F4 90 80 80",
        "Latin-1, 4B F6 6C 6E"
    })
    void whatIsNotUtf8IsAFinding(String name, String bytes) {
        String latin = new String(HexFormat.ofDelimiter(" ").parseHex(bytes), StandardCharsets.ISO_8859_1);

        Run run = Newsletter.small(temp)
                .write("content/news/n.md", Newsletter.story("ab" + latin).getBytes(StandardCharsets.ISO_8859_1))
                .run("build");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).contains("content/news/n.md:5:").contains("error[not-utf8]");
    }

    @Test
    void anEscapeInYamlMakesNoControlCharacter() {
        Run run = Newsletter.small(temp)
                .write(
                        "content/news/n.md",
                        "---\ntitle: \"a\\e[31m\\0\\uD83D\"\n\"\\e\": b\ndate: 2018-09-01\n---\nText\n")
                .run("build");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .contains(
                        "content/news/n.md:2:8: error[control-character]: an invisible character (U+001B) is written here")
                .contains("content/news/n.md:3:1: error[control-character]")
                .doesNotContain("\u001B");
    }

    @Test
    void anEntityInMarkdownMakesNoControlCharacter() throws IOException {
        Run run = build(
                "a&#27;b&#x80;&#0;&#xD800;&#x2028;c <img src=\"https://x.example/\" alt=\"&#27;\">\n\n<pre>&#27;</pre>\n");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        for (String file : new String[] {"index.html", "newsletter.txt"}) {
            assertThat(Files.readString(temp.resolve("out/2018-09").resolve(file)))
                    .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}&&[^\\n\\t]]");
        }
    }

    @Test
    void nothingThatAnEditorWroteReachesTheTerminalAsACommand() {
        Run run = build("![x](&#27;[31m.png) ![y](a\u202Eb.png)\n");

        assertThat(run.err())
                .contains("\uFFFD[31m.png")
                .doesNotContain("\u001B")
                .doesNotContain("\u202E");
    }

    @Test
    void directionMarksOfArabicAndHebrewStay() throws IOException {
        Run run = build("\u200Fשלום\u200E \u2068Köln\u2069\n");

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(temp.resolve("out/2018-09/index.html")))
                .contains("\u200Fשלום\u200E \u2068Köln\u2069");
    }

    @Test
    void theLargestFileIsReadAndOneByteMoreIsNot() {
        String story = Newsletter.story("T\n\n<!--");
        String largest = story + "x".repeat(LARGEST_FILE - story.length());
        Newsletter newsletter = Newsletter.small(temp);

        assertThat(newsletter.write("content/news/n.md", largest).run("build").err())
                .doesNotContain("too-large");
        assertThat(newsletter
                        .write("content/news/n.md", largest + "x")
                        .run("build")
                        .err())
                .startsWith("""
                        content/news/n.md:1:1: error[too-large]: the file is too large: 500,001 bytes
                          hint: a file holds 500,000 bytes of text at most: split it
                        """);
    }

    @Test
    void theLongestTextIsReadAndOneCharacterMoreIsNot() {
        String line = "word ".repeat(20) + "\n\n";
        String text = line.repeat(LONGEST_TEXT / line.length());
        String longest = text + "x".repeat(LONGEST_TEXT - text.length());

        assertThat(build(longest).exit()).isEqualTo(ExitCode.DONE);
        assertThat(build(longest + "x").err())
                .startsWith("content/news/n.md:5:1: error[too-complex]: this text is too long: 100,001 characters\n")
                .contains("hint: 100,000 are the most: link to the full text instead");
    }

    @Test
    void aFileHoldsTwentyThousandListItemsAndNotOneMore() {
        Newsletter newsletter = Newsletter.small(temp);
        String most = "- a\n".repeat(20_000);

        assertThat(newsletter.write("content/calls/c.yaml", most).run("build").err())
                .doesNotContain("too-complex");
        assertThat(newsletter
                        .write("content/calls/c.yaml", most + "- a\n")
                        .run("build")
                        .err())
                .startsWith(
                        "content/calls/c.yaml:1:1: error[too-complex]: the file holds more than 20000 keys and list items\n");
    }

    @Test
    void aFloodOfMistakesIsCutShort() {
        Run run = Newsletter.small(temp)
                .write("content/calls/c.yaml", "- {title: a, deadline: soon}\n".repeat(5_000))
                .run("build");

        assertThat(run.err()
                        .lines()
                        .filter(line -> line.startsWith("content/calls/c.yaml:") && line.contains("error[")))
                .hasSize(100);
        assertThat(run.err()).contains("note[and-more]: there are more findings in this file than are shown");
    }

    @Test
    void aFileWithNothingButACommentIsAFinding() {
        for (String name : new String[] {"content/calls/c.yaml", "issues/2018-10.yaml", "newsletter.yaml"}) {
            Run run = Newsletter.small(temp).write(name, "# nothing yet\n").run("build");

            assertThat(run.err()).contains(name + ":1:1: error[wrong-kind]: ");
            Newsletter.small(temp).write("content/calls/c.yaml", "{title: T, deadline: 2018-10-01}\n");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoFileIsAFinding() throws IOException {
        Newsletter newsletter = Newsletter.small(temp);
        Path endless = Files.createSymbolicLink(temp.resolve("content/news/endless.md"), Path.of("/dev/zero"));
        Files.createSymbolicLink(temp.resolve("content/news/nowhere.md"), Path.of("nowhere"));
        Files.createSymbolicLink(temp.resolve("content/news/circle.md"), Path.of("circle.md"));
        Files.createDirectory(temp.resolve("issues/2018-10.yaml"));

        Run run = newsletter.run("build");
        Files.delete(endless);

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err().lines().filter(line -> line.contains("error[unreadable]")))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("content/news/circle.md", "content/news/endless.md", "content/news/nowhere.md");
    }
}
