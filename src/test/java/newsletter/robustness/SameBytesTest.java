package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import newsletter.robustness.Newsletter.Run;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same words give the same bytes and the same findings, however their lines end and wherever the machine stands. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class SameBytesTest {
    private static final String[] ISSUES = {"build", "2017-11", "2018-03", "2018-09"};

    @TempDir
    private Path temp;

    /** How an editor's program may have written a file. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
    enum Writing {
        CRLF(text -> text.replace("\n", "\r\n")),
        CR(text -> text.replace('\n', '\r')),
        BYTE_ORDER_MARK(text -> "\uFEFF" + text),
        BYTE_ORDER_MARK_AND_CRLF(text -> "\uFEFF" + text.replace("\n", "\r\n"));

        private final UnaryOperator<String> change;

        Writing(UnaryOperator<String> change) {
            this.change = change;
        }

        void rewrite(Newsletter newsletter, Path file) {
            if (!file.toString().endsWith(".png")) {
                String text = new String(Newsletter.bytes(file), StandardCharsets.UTF_8);
                newsletter.write(newsletter.folder().relativize(file).toString(), change.apply(text));
            }
        }
    }

    /** What a build leaves and says. */
    private record Result(Map<String, String> files, Run run) {
        static Result of(Newsletter newsletter, String... arguments) {
            Run run = newsletter.run(arguments);
            return new Result(newsletter.output(), run);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleIsTheSameHoweverItsLinesEnd(Writing writing) {
        Newsletter newsletter = Newsletter.exampleWithTemplates(temp);
        Result expected = Result.of(newsletter, ISSUES);
        Newsletter.files(temp).stream()
                .filter(file -> !file.startsWith(temp.resolve("out")))
                .forEach(file -> writing.rewrite(newsletter, file));

        assertThat(Result.of(newsletter, ISSUES)).isEqualTo(expected);
        assertThat(expected.files()).containsKeys("2017-11/index.html", "2018-03/newsletter.txt", "2018-09/index.html");
    }

    @ParameterizedTest
    @EnumSource
    void findingsStandAtTheSamePlacesHoweverLinesEnd(Writing writing) {
        Newsletter newsletter = faulty(temp);
        Result expected = Result.of(newsletter, "build");
        Newsletter.files(temp).forEach(file -> writing.rewrite(newsletter, file));

        assertThat(Result.of(newsletter, "build")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Kiritimati",
        "ar-EG-u-nu-arab, Pacific/Pago_Pago",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void localeAndTimezoneOfTheMachinePlayNoPart(String locale, String zone) {
        Newsletter example = Newsletter.exampleWithTemplates(temp.resolve("example"));
        Newsletter faulty = faulty(temp.resolve("faulty"));
        List<Result> expected = List.of(Result.of(example, ISSUES), Result.of(faulty, "build"));

        Locale usualLocale = Locale.getDefault();
        TimeZone usualZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(List.of(Result.of(example, ISSUES), Result.of(faulty, "build")))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(usualLocale);
            TimeZone.setDefault(usualZone);
        }
    }

    /** A newsletter with a mistake of every kind that has to do with words, numbers and places. */
    private static Newsletter faulty(Path folder) {
        Newsletter newsletter = Newsletter.small(folder)
                .write("newsletter.yaml", """
                        name: Test
                        TITLE: x
                        timezone: Europe/Brusels
                        language: en
                        theme: {accent: "#12345G"}
                        sections:
                          - {heading: News, select: news, layout: STORY, limit: 1234567890123}
                          - {heading: Calls, select: call}
                        """)
                .write("content/news/n.md", """
                        ---
                        title: "İstanbul 😀: I"
                        date: 2018-09-01
                        IMAGE: i.png
                        image: I.PNG
                        url: HTTPS:/x
                        ---
                        😀 <FONT color=red>I</FONT> [a](Javascript:i)

                        > ![I](no.gif)
                        """)
                .write(
                        "content/news/draft.md",
                        "---\ntitle: I\ndate: 31/12/2018\ndraft: MAYBE\n---\n\nOne\n\nTwo </i>\n")
                .write(
                        "content/calls/list.yaml",
                        "- title: A\n  deadline: 2018-02-30\n\n- title: A\n  deadline: 2118-10-01 25:00\n  text: |\n\n    a\n    <b>b\n")
                .write("content/calls/broken.yaml", "title: a: b\n")
                .write(
                        "templates/story.ftlh",
                        "<p>\n${entry.TITLE}\n${entry.date?string(\"d MMMM\")}\n${12345.678}</p>\n");
        Run run = newsletter.run("build");
        assertThat(run.err().lines().filter(line -> line.contains("error["))).hasSizeGreaterThan(12);
        return newsletter;
    }
}
