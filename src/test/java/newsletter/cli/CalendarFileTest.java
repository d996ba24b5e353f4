package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code calendar.ics} and its like, as calendar programs take them. */
class CalendarFileTest {
    private static final String SETTINGS = """
            name: Courier
            timezone: Europe/Brussels
            url: https://news.example.org/
            sender: {name: 'Kurier "Köln", Redaktion', email: news@köln.example}
            sections:
              - {heading: Events, select: event}
              - {heading: Calls, select: call}
            """;

    @TempDir
    private Path temp;

    private BuildRun build(String settings, String folder, String... fields) throws IOException {
        BuildRun.write(temp, "newsletter.yaml", settings);
        BuildRun.write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        BuildRun.write(
                temp, "content/" + folder + "/one.md", "---\n" + String.join("\n", fields) + "\n---\nAbout it.\n");
        BuildRun build = BuildRun.of(temp);
        assertThat(build.exit()).as(build.err()).isEqualTo(ExitCode.DONE);
        return build;
    }

    private List<String> calendarOf(String folder, String... fields) throws IOException {
        byte[] bytes = build(SETTINGS, folder, fields).bytes("2018-09", "calendar.ics");
        assertValid(bytes);
        return unfolded(bytes);
    }

    private static List<String> unfolded(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .strip()
                .split("\r\n", -1));
    }

    /** By the rules of lines (RFC 5545, 3.1), and by two libraries. */
    private static void assertValid(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        ICalendar read = Biweekly.parse(text).first();
        assertThat(read.validate(ICalVersion.V2_0).isEmpty())
                .as(read.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(read.getEvents()).isNotEmpty();
        try {
            Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
            assertThat(calendar.validate().getEntries()).isEmpty();
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void holdsEveryEventAndDeadlineOfTheExample() throws IOException {
        BuildRun build = BuildRun.of(Example.copyTo(temp.resolve("example")), "2018-09");
        byte[] bytes = build.bytes("2018-09", "calendar.ics");

        assertValid(bytes);
        List<VEvent> events = Biweekly.parse(new String(bytes, StandardCharsets.UTF_8))
                .first()
                .getEvents();
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .contains(
                        "EU-Korea Cluster Matchmaking Event in Vienna",
                        "Deadline: EU-Korea Cluster Matchmaking Event in Vienna",
                        "Deadline: EUREKA-Globalstars Brazil: Call for Projects");
        assertThat(events)
                .hasSize(10)
                .extracting(event -> event.getUid().getValue())
                .doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(build.output("2018-09", "calendar"))) {
            assertThat(files).hasSize(5).allSatisfy(file -> {
                assertValid(Files.readAllBytes(file));
                assertThat(unfolded(Files.readAllBytes(file))).containsOnlyOnce("BEGIN:VEVENT");
            });
        }
        assertThat(build.text("2018-09", "calendar/vienna.ics"))
                .contains("SUMMARY:EU-Korea Cluster Matchmaking Event in Vienna\r\n");
    }

    @Test
    void describesAnEvent() throws IOException {
        assertThat(calendarOf(
                        "events",
                        "title: 'Days; of, clusters\\ and backslashes'",
                        "date: 2018-09-01",
                        "start: 2018-11-06",
                        "end: 2018-11-08",
                        "place: Rue Haute 1, Brussels",
                        "url: https://events.example.org/ä?a=1,2;3"))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//newsletter//newsletter//EN",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:94ee67513bbad5dc4cbb6f1a@news.example.org",
                        "DTSTAMP:20180903T000000Z",
                        "DTSTART;VALUE=DATE:20181106",
                        "DTEND;VALUE=DATE:20181109",
                        "SUMMARY:Days\\; of\\, clusters\\\\ and backslashes",
                        "LOCATION:Rue Haute 1\\, Brussels",
                        "DESCRIPTION:About it.\\n\\nhttps://events.example.org/%C3%A4?a=1\\,2\\;3",
                        "URL:https://events.example.org/%C3%A4?a=1,2;3",
                        "ORGANIZER;CN=\"Kurier 'Köln', Redaktion\":mailto:news@xn--kln-sna.example",
                        "SEQUENCE:0",
                        "CLASS:PUBLIC",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start: 2018-11-06                                             | DTSTART;VALUE=DATE:20181106 | DTEND;VALUE=DATE:20181107 | TRANSPARENT
            start: 2018-12-31\\nend: 2019-01-01                            | DTSTART;VALUE=DATE:20181231 | DTEND;VALUE=DATE:20190102 | TRANSPARENT
            start: 2018-10-05 09:00\\nend: 2018-10-05 17:30                | DTSTART:20181005T070000Z    | DTEND:20181005T153000Z    | OPAQUE
            start: 2018-10-27 09:00\\nend: 2018-10-28 09:00                | DTSTART:20181027T070000Z    | DTEND:20181028T080000Z    | OPAQUE
            start: 2018-10-05T09:00-05:00\\nend: 2018-10-05T23:00-05:00    | DTSTART:20181005T140000Z    | DTEND:20181006T040000Z    | OPAQUE
            start: 2018-10-05 09:00                                       | DTSTART:20181005T070000Z    |                           | OPAQUE
            start: 2018-10-05 09:00\\nend: 2018-10-05                      | DTSTART:20181005T070000Z    |                           | OPAQUE
            start: 2018-10-05 09:00\\nend: 2018-10-07                      | DTSTART;VALUE=DATE:20181005 | DTEND;VALUE=DATE:20181008 | TRANSPARENT
            start: 2018-10-05\\nend: 2018-10-07 12:00                      | DTSTART;VALUE=DATE:20181005 | DTEND;VALUE=DATE:20181008 | TRANSPARENT
            """)
    void saysWhenAnEventIs(String dates, String start, String end, String transparency) throws IOException {
        List<String> lines = calendarOf("events", "title: T", dates.replace("\\n", "\n"));

        assertThat(lines).filteredOn(line -> line.startsWith("DTSTART")).containsExactly(start);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("DTEND"))
                .isEqualTo(end == null ? List.of() : List.of(end));
        assertThat(lines).contains("TRANSP:" + transparency);
    }

    @Test
    void remindsOfADeadlineAWeekBefore() throws IOException {
        List<String> lines = calendarOf("calls", "title: A call", "deadline: 2018-10-31 17:00");

        assertThat(lines)
                .containsSubsequence(
                        "DTSTART:20181031T160000Z",
                        "SUMMARY:Deadline: A call",
                        "TRANSP:TRANSPARENT",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "DESCRIPTION:Deadline: A call",
                        "TRIGGER;RELATED=START:-P7D",
                        "END:VALARM")
                .noneMatch(line -> line.startsWith("DTEND"));
        VAlarm alarm = Biweekly.parse(String.join("\r\n", lines))
                .first()
                .getEvents()
                .get(0)
                .getAlarms()
                .get(0);
        assertThat(alarm.getTrigger().getDuration().toMillis())
                .isEqualTo(-Duration.ofDays(7).toMillis());
        assertThat(temp.resolve("out/2018-09/calendar")).doesNotExist();
    }

    @Test
    void holdsAnEventAndItsDeadlineUnderDifferentIdentifiers() throws IOException {
        List<String> lines =
                calendarOf("events", "title: E", "start: 2018-11-06", "deadline: 2018-10-01", "url: https://e.org/");

        assertThat(lines)
                .containsSubsequence("SUMMARY:E", "END:VEVENT", "DTSTART;VALUE=DATE:20181001", "SUMMARY:Deadline: E")
                .filteredOn(line -> line.startsWith("UID:"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOutADeadlineThatIsOver() throws IOException {
        List<String> lines =
                calendarOf("events", "title: E", "date: 2018-08-01", "start: 2018-11-06", "deadline: 2018-09-02");

        assertThat(lines).containsOnlyOnce("BEGIN:VEVENT").doesNotContain("BEGIN:VALARM");
    }

    @Test
    void speaksThePublicationsLanguage() throws IOException {
        byte[] calendar = build("language: de\n" + SETTINGS, "calls", "title: Förderung", "deadline: 2018-10-31")
                .bytes("2018-09", "calendar.ics");

        assertThat(unfolded(calendar)).contains("SUMMARY:Frist: Förderung");
    }

    @Test
    void foldsBetweenCharactersOfManyOctets() throws IOException {
        String title = "Ünïcödé 😀👩‍👩‍👧‍👦 日本語 ".repeat(12).strip();

        assertThat(calendarOf("events", "title: \"" + title + "\"", "start: 2018-11-06"))
                .contains("SUMMARY:" + title);
    }

    @Test
    void shortensALongTextBetweenWords() throws IOException {
        List<String> lines =
                calendarOf("events", "title: T", "start: 2018-11-06", "summary: " + "word, ".repeat(100) + "end");

        assertThat(lines)
                .filteredOn(line -> line.startsWith("DESCRIPTION"))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("word\\, word…").hasSizeBetween(300, 380));
    }

    @Test
    void namesAnEntryTheSameInEveryIssueAndGivesTheSameBytesAnywhere() throws IOException {
        BuildRun build = build(SETTINGS, "events", "title: T", "date: 2018-09-01", "start: 2018-11-04");
        byte[] september = build.bytes("2018-09", "calendar.ics");
        BuildRun.write(temp, "issues/2018-10.yaml", "title: October\ndate: 2018-10-01\n");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            // There, 4 November 2018 began at one o'clock.
            TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
            BuildRun.at(BuildRun.NOW.plusSeconds(86_400), temp, "2018-09", "2018-10");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(build.bytes("2018-09", "calendar.ics")).isEqualTo(september);
        assertThat(unfolded(build.bytes("2018-10", "calendar.ics")))
                .contains("DTSTAMP:20181001T000000Z")
                .contains(line(september, "UID:"));
    }

    private static String line(byte[] calendar, String start) {
        return unfolded(calendar).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isOfNoMethodWithoutAnOrganizer() throws IOException {
        BuildRun build = build(
                "name: N\nsections:\n  - {heading: Events, select: event}\n",
                "events",
                "title: T",
                "start: 2018-11-06");
        byte[] calendar = build.bytes("2018-09", "calendar.ics");

        assertValid(calendar);
        assertThat(unfolded(calendar)).noneMatch(line -> line.startsWith("METHOD") || line.startsWith("ORGANIZER"));
    }

    @Test
    void isMissingWhereThereIsNoDateToKeep() throws IOException {
        BuildRun build = build(
                "name: N\nsections:\n  - {heading: News, select: news}\n", "news", "title: T", "date: 2018-09-01");

        assertThat(build.output("2018-09", "calendar.ics")).doesNotExist();
        assertThat(build.output("2018-09", "calendar")).doesNotExist();
    }
}
