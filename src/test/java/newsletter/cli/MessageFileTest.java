package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsletter.eml}, as mail programs and filters take it. */
class MessageFileTest {
    private static final String ISSUE = "2018-09";

    @TempDir
    private Path temp;

    private BuildRun buildExample() throws IOException {
        return BuildRun.of(Example.copyTo(temp.resolve("example")), ISSUE);
    }

    private BuildRun build(String settings) throws IOException {
        BuildRun.write(temp, "newsletter.yaml", settings + "\nsections:\n  - {heading: News, select: news}\n");
        BuildRun.write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        BuildRun.write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n---\nText\n");
        return BuildRun.of(temp);
    }

    private static MimeMessage read(byte[] message) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    @Test
    void holdsThePageAndThePlainText() throws Exception {
        BuildRun build = buildExample();

        MimeMessage message = read(build.bytes(ISSUE, "newsletter.eml"));
        MimeMultipart parts = (MimeMultipart) message.getContent();

        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(build.text(ISSUE, "newsletter.txt"));
        assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(hosted(build.text(ISSUE, "index.html")));
    }

    /** The example's pictures lie beside the page on the web. */
    private static String hosted(String page) {
        return page.replace("\"images/", "\"https://news.example.org/" + ISSUE + "/images/");
    }

    @Test
    void isADraftToTheReadersList() throws Exception {
        MimeMessage message = read(buildExample().bytes(ISSUE, "newsletter.eml"));

        assertThat(message.getHeader("X-Unsent")).containsExactly("1");
        assertThat(message.getHeader("To")).containsExactly("\"Cluster Courier\" <cluster-news@lists.example.org>");
        assertThat(message.getHeader("Reply-To")).containsExactly("\"Cluster Courier\" <editors@example.org>");
        assertThat(message.getHeader("List-Id"))
                .containsExactly("\"Cluster Courier\" <cluster-news.lists.example.org>");
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://lists.example.org/cluster-news/unsubscribe>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Content-Language")).containsExactly("en");
    }

    @Test
    void isReadUnderPythonsStrictPolicy() throws Exception {
        Program python = Program.find("python3");
        BuildRun build = buildExample();

        String read = python.run(
                build.output(ISSUE, "newsletter.eml"),
                "-I",
                Path.of("src/test/resources/read_message.py").toString());

        assertThat(read)
                .isEqualTo(String.join(
                        "\n",
                        "multipart/alternative ['text/plain', 'text/html']",
                        "(Address(display_name='Cluster Courier', username='news', domain='example.org'),)"
                                + " (Address(display_name='Cluster Courier', username='cluster-news', domain='lists.example.org'),)"
                                + " (Address(display_name='Cluster Courier', username='editors', domain='example.org'),)",
                        "Partners in Korea, three open calls, and Vienna in November",
                        "2018-09-03T08:05:09+02:00",
                        digest(build.text(ISSUE, "newsletter.txt")),
                        digest(hosted(build.text(ISSUE, "index.html")))));
    }

    private static String digest(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void raisesNoSuspicionInSpamAssassin() throws Exception {
        Program spamAssassin = Program.find("spamassassin");
        BuildRun build = buildExample();

        String report = spamAssassin.run(build.output(ISSUE, "newsletter.eml"), "--local", "--test-mode");

        Matcher score = Pattern.compile("\\((-?[0-9.]+) points, ").matcher(report);
        assertThat(score.find()).as(report).isTrue();
        assertThat(Double.parseDouble(score.group(1))).as(report).isLessThanOrEqualTo(0.0);
    }

    @Test
    void isTheSameForTheSameTime() throws IOException {
        BuildRun first = buildExample();
        byte[] message = first.bytes(ISSUE, "newsletter.eml");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            BuildRun.of(first.folder(), ISSUE);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(first.bytes(ISSUE, "newsletter.eml")).isEqualTo(message);
    }

    @Test
    void differsInDateAndMessageIdAloneAtAnotherTime() throws IOException {
        BuildRun build = buildExample();
        String early = build.text(ISSUE, "newsletter.eml");
        BuildRun.at(BuildRun.NOW.plusSeconds(3 * 3600), build.folder(), ISSUE);
        String late = build.text(ISSUE, "newsletter.eml");

        assertThat(early).contains("\r\nMessage-ID: <");
        assertThat(line("Date", late)).isEqualTo("Date: Mon, 3 Sep 2018 11:05:09 +0200");
        assertThat(line("Message-ID", late)).isNotEqualTo(line("Message-ID", early));
        assertThat(withoutIdentity(late)).isEqualTo(withoutIdentity(early));
    }

    private static String line(String field, String message) {
        return message.lines()
                .filter(line -> line.startsWith(field + ": "))
                .findFirst()
                .orElseThrow();
    }

    private static String withoutIdentity(String message) {
        return message.replaceFirst("(?m)^Date: .*\r\n", "").replaceFirst("(?m)^Message-ID: .*\r\n", "");
    }

    @Test
    void goesToItsSenderWhereThereIsNoListOfReaders() throws Exception {
        MimeMessage message = read(build("""
                name: Küche
                sender: {name: Küche, email: news@küche.example}
                lists: {test: {to: test@example.org, unsubscribe: https://example.org/leave}}
                """).bytes(ISSUE, "newsletter.eml"));

        assertThat(message.getHeader("To")).containsExactly("=?utf-8?Q?K=C3=BCche?= <news@xn--kche-0ra.example>");
        assertThat(message.getHeader("List-Id")).isNull();
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void goesToItsSenderWhereSeveralListsAreOfReaders() throws Exception {
        MimeMessage message = read(build("""
                name: N
                sender: {name: N, email: news@example.org}
                lists: {a: {to: a@example.org}, b: {to: b@example.org}}
                """).bytes(ISSUE, "newsletter.eml"));

        assertThat(message.getHeader("To")).containsExactly("\"N\" <news@example.org>");
    }

    @Test
    void namesTheAddressToWriteToAndDerivesTheListsId() throws Exception {
        MimeMessage message = read(build("""
                name: N
                sender: {name: N, email: news@example.org}
                lists:
                  all: {to: All@bücher.example, unsubscribe: https://example.org/leave, unsubscribe-email: leave@example.org}
                """).bytes(ISSUE, "newsletter.eml"));

        assertThat(message.getHeader("List-Id")).containsExactly("\"N\" <all.xn--bcher-kva.example>");
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://example.org/leave>, <mailto:leave@example.org>");
    }

    @Test
    void isMissingWithANoteWhereNobodySendsIt() throws IOException {
        BuildRun build = build("name: N");

        assertThat(build.exit()).isEqualTo(ExitCode.DONE);
        assertThat(build.err()).isEqualTo("""
                newsletter.yaml:1:1: note[no-sender]: there is no 'sender', so no newsletter.eml is written
                  hint: add 'sender: {name: …, email: …}'

                """);
        assertThat(build.output(ISSUE, "newsletter.eml")).doesNotExist();
        assertThat(build.output(ISSUE, "index.html")).exists();
    }

    @Test
    void isNotMadeOfATemplateThatShowsWhatIsNoPicture() throws IOException {
        BuildRun.write(temp, "templates/story.ftlh", "<img src=\"cid:logo\" alt=\"Logo\">");
        BuildRun build = build("name: N\nsender: {name: N, email: news@example.org}");

        assertThat(build.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(build.err()).contains("error[missing-picture]: a template shows 'cid:logo'");
    }

    @Test
    void countsItsLinksInThePageAndLeavesThemPlainInTheText() throws IOException {
        BuildRun build = buildExample();

        assertThat(build.text(ISSUE, "index.html"))
                .contains("https://events.example.org/vienna?utm_source=courier&amp;utm_medium=email"
                        + "&amp;utm_campaign=2018-09\"")
                .contains("href=\"https://lists.example.org/cluster-news/unsubscribe\"");
        assertThat(build.text(ISSUE, "newsletter.txt"))
                .contains("https://events.example.org/vienna\n")
                .doesNotContain("utm_");
    }
}
