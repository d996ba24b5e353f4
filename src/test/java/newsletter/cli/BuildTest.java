package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsletter build} as an editor sees it. */
class BuildTest {
    @TempDir
    private Path temp;

    private static Run run(Path folder, String... arguments) {
        return Run.in(folder, arguments);
    }

    private Path example() throws IOException {
        return Example.copyTo(temp.resolve("Grüße aus Köln"));
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void buildsTheExampleWithoutErrorsOrWarnings() throws IOException {
        Run run = run(example(), "build", "2018-09");

        assertThat(run.err()).doesNotContain("error[").doesNotContain("warning[");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("2018-09: 12 sections, ").endsWith("out/2018-09/index.html\n");
    }

    @Test
    void ordersEventsAndCallsByTheirDates() throws IOException {
        Path folder = example();
        run(folder, "build", "2018-09");

        String text = Files.readString(folder.resolve("out/2018-09/newsletter.txt"));
        assertThat(text)
                .containsSubsequence("5 October 2018", "21–25 January 2019", "17–21 March 2019")
                .containsSubsequence("31 October 2018", "11 December 2018", "14 March 2019");
        assertThat(text.lines()).noneMatch(line -> line.contains("${"));
    }

    @Test
    void buildsTheSameBytesUnderAnyLocaleAndTimezone() throws IOException {
        Path folder = example();
        run(folder, "build", "2018-09");
        byte[] page = Files.readAllBytes(folder.resolve("out/2018-09/index.html"));
        byte[] text = Files.readAllBytes(folder.resolve("out/2018-09/newsletter.txt"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            run(folder, "build", "2018-09");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(Files.readAllBytes(folder.resolve("out/2018-09/index.html"))).isEqualTo(page);
        assertThat(Files.readAllBytes(folder.resolve("out/2018-09/newsletter.txt")))
                .isEqualTo(text);
    }

    @Test
    void leavesTheLastGoodOutputWhenSomethingIsWrong() throws IOException {
        Path folder = example();
        run(folder, "build", "2018-09");
        String good = Files.readString(folder.resolve("out/2018-09/index.html"));
        write(folder, "content/events/broken.md", "---\ntitle: Broken\nstart: 31/10/2018\n---\n");

        Run run = run(folder, "build", "2018-09");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).endsWith("nothing was written, the last good output is as it was\n");
        assertThat(Files.readString(folder.resolve("out/2018-09/index.html"))).isEqualTo(good);
    }

    @Test
    void takesAFileWithCrlfAndAByteOrderMarkAsOneWithout() throws IOException {
        writeSmallNewsletter();
        String entry = "---\ntitle: T\ndate: 2018-09-01\n---\nOne\ntwo\n\n- three\n";
        write(temp, "content/news/n.md", entry);
        run(temp, "build");
        String page = Files.readString(temp.resolve("out/2018-09/index.html"));

        write(temp, "content/news/n.md", "\uFEFF" + entry.replace("\n", "\r\n"));
        run(temp, "build");

        assertThat(page).contains(">One two</p>").contains(">three</li>");
        assertThat(Files.readString(temp.resolve("out/2018-09/index.html"))).isEqualTo(page);
    }

    @Test
    void letsATemplateLinkToAnything() throws IOException {
        writeSmallNewsletter();
        write(temp, "templates/story.ftlh", "<a href=\"foo bar\">x</a>");

        assertThat(run(temp, "build").exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void countsTheColumnOfAMistakeAsTheTemplateIsWritten() throws IOException {
        writeSmallNewsletter();
        write(temp, "templates/story.ftlh", "<p>\t<b>😀${entry.titel}</b></p>\n");

        assertThat(run(temp, "build").err()).contains("templates/story.ftlh:1:11: error[template-error]");
    }

    private void writeSmallNewsletter() throws IOException {
        write(temp, "newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n");
        write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n---\nText\n");
    }

    @Test
    void reportsAFileThatIsTooLargeToBeText() throws IOException {
        writeSmallNewsletter();
        write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n---\n" + "word ".repeat(200_001));

        assertThat(run(temp, "build").err())
                .startsWith("content/news/n.md:1:1: error[too-large]: the file is too large");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsAFileThatCannotBeRead() throws IOException {
        writeSmallNewsletter();
        Files.createSymbolicLink(temp.resolve("content/news/lost.md"), Path.of("nowhere.md"));

        assertThat(run(temp, "build").err())
                .startsWith("content/news/lost.md:1:1: error[unreadable]: the file cannot be read\n  hint: ");
    }
}
