package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code newsletter build} as an editor sees it. */
class BuildTest {
    @TempDir
    private Path temp;

    private record Run(ExitCode exit, String out, String err) {}

    private static Run run(Path folder, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode exit = Main.run(surroundings, arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path example() throws IOException {
        Path copy = temp.resolve("Grüße aus Köln");
        for (String part : new String[] {"newsletter.yaml", "content", "issues"}) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(copy.resolve(file).getParent());
                    Files.copy(file, copy.resolve(file));
                }
            }
        }
        return copy;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start: 2018-11-06\\nplcae: Vienna | content/events/e.md:4:1: error[unknown-key]: an entry of type 'event' has no key 'plcae' | did you mean 'place'?
            start: 31/10/2018 | content/events/e.md:3:8: error[bad-date]: 'start' is not a date: 31/10/2018 | write it as 2018-10-31
            start: 2018-02-30 | content/events/e.md:3:8: error[bad-date]: there is no 30 February 2018 | February 2018 has 28 days
            start: 2018-11-06\\nend: 2018-11-05 | content/events/e.md:4:6: error[end-before-start] | look at the days and years
            start: 2018-11-06\\nimage: no.png | content/events/e.md:4:8: error[missing-picture]: there is no picture 'no.png' | put it beside content/events/e.md
            start: 2018-11-06\\ntitle: Again | content/events/e.md:4:1: error[duplicate-key]: 'title' is given twice | keep one of the two
            place: Vienna | content/events/e.md:2:1: error[missing-field]: an entry of type 'event' needs 'start' | add a line 'start: …'
            start: 2018-11-06\\nurl: www.example.org | content/events/e.md:4:6: error[bad-url]: the address is not complete | write https://www.example.org
            """)
    void teachesWhatToDoAboutAMistake(String fields, String finding, String hint) throws IOException {
        write(temp, "newsletter.yaml", "name: Test\nsections:\n  - {heading: Events, select: event}\n");
        write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        write(temp, "content/events/e.md", "---\ntitle: An event\n" + fields.replace("\\n", "\n") + "\n---\nText\n");

        Run run = run(temp, "build");

        assertThat(run.err()).contains(finding).contains("hint: " + hint);
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void reportsAMissingPictureOnceWhereTheEditorNamedIt() throws IOException {
        writeSmallNewsletter();
        write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\nimage: n.png\n---\nText\n");

        Run run = run(temp, "build");

        assertThat(run.err()).isEqualTo("""
                content/news/n.md:4:8: error[missing-picture]: there is no picture 'n.png'
                  4 | image: n.png
                    |        ^
                  hint: put it beside content/news/n.md, or under content/

                1 error: nothing was written, the last good output is as it was
                """);
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

    @ParameterizedTest
    @ValueSource(strings = {"<#list 1.. as x>${x}</#list>", "<#include \"story.ftlh\">"})
    void endsATemplateThatHasNoEnd(String template) throws IOException {
        writeSmallNewsletter();
        write(temp, "templates/story.ftlh", template);

        Run run = run(temp, "build");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).contains("error[template-error]: this template does not come to an end");
    }

    @Test
    void reportsEveryMistakeOfATemplateAtOnce() throws IOException {
        writeSmallNewsletter();
        write(temp, "templates/story.ftlh", "${entry.titel}\n${entry.place}\n<#if 3>x</#if>\n${'a'?new()}\n");

        Run run = run(temp, "build");

        assertThat(run.err())
                .contains("templates/story.ftlh:1:3: error[template-error]: 'entry.titel' has no value here")
                .contains("hint: did you mean 'entry.title'?")
                .contains("templates/story.ftlh:2:3: error[template-error]: 'entry.place' has no value here")
                .contains("templates/story.ftlh:3:6: error[template-error]: ")
                .contains("templates/story.ftlh:4:1: error[template-error]: ");
    }

    @Test
    void namesThePublicationsOwnLayoutsToo() throws IOException {
        writeSmallNewsletter();
        write(temp, "templates/poster.ftlh", "<p>poster</p>");
        write(temp, "newsletter.yaml", "name: T\nsections:\n  - {heading: News, select: news, layout: postr}\n");

        assertThat(run(temp, "build").err())
                .startsWith("newsletter.yaml:3:43: error[unknown-layout]: there is no layout 'postr'\n")
                .contains("did you mean 'poster'?")
                .endsWith("\n1 error: nothing was written, the last good output is as it was\n");
    }

    private void writeSmallNewsletter() throws IOException {
        write(temp, "newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n");
        write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n---\nText\n");
    }

    @Test
    void endsInAFindingWhenMarkdownIsMadeToBeSlowOrDeep() throws IOException {
        writeSmallNewsletter();
        write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n---\n" + "> ".repeat(5_000) + "deep\n");

        Run run = run(temp, "build");

        assertThat(run.err()).contains("content/news/n.md:5:1: error[too-complex]");
    }

    @Test
    void saysWhatIsWrongWithACommandLine() {
        Run run = run(temp, "biuld");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("did you mean 'build'?");
    }
}
