package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in theme makes of content. */
class ThemeTest {
    private static final String PUBLICATION = """
            name: Test
            timezone: Europe/Brussels
            url: https://news.example.org/
            address: Example Street 1, Brussels
            lists: {members: {to: list@example.org, unsubscribe: https://example.org/unsubscribe}}
            """;

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void publish(String sections) throws IOException {
        write("newsletter.yaml", PUBLICATION + "sections:\n" + sections.indent(2));
        write("issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
    }

    private Document build() throws IOException {
        Run run = Run.in(folder, "build");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        return Jsoup.parse(Files.readString(folder.resolve("out/2018-09/index.html")));
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("out/2018-09/newsletter.txt"));
    }

    private static String wordsOfLink(Document page, String address) {
        Element link = page.select("a[href=" + address + "]").last();
        return link == null ? "" : link.text();
    }

    @Test
    void leadsToTheFullStoryInTheEditorsWords() throws IOException {
        publish("- {heading: News, select: news}");
        write("content/news/n.md", """
                ---
                title: A title
                date: 2018-09-01
                url: https://example.org/story
                link-text: Read about Korea
                ---
                """);

        assertThat(wordsOfLink(build(), "https://example.org/story")).isEqualTo("Read about Korea");
        assertThat(text()).contains("\nRead about Korea:\nhttps://example.org/story\n");
    }

    @Test
    void leadsToTheFullStoryByItsWholeTitle() throws IOException {
        String title = "A title that is so long that it fills more than a line, and is still never cut in mid-phrase";
        publish("- {heading: News, select: news}");
        write(
                "content/news/n.md",
                "---\ntitle: " + title + "\ndate: 2018-09-01\nurl: https://example.org/story\n---\n");

        assertThat(wordsOfLink(build(), "https://example.org/story")).isEqualTo("Full story: " + title);
        assertThat(text()).contains("\nFull story:\nhttps://example.org/story\n");
    }

    @Test
    void leadsToTheWebsiteAndNotToWhereIssuesArePublished() throws IOException {
        publish("- {heading: News, text: Text}");
        assertThat(build().select("a[href=https://news.example.org/]")).isEmpty();

        write(
                "newsletter.yaml",
                Files.readString(folder.resolve("newsletter.yaml")) + "website: https://www.example.org/home\n");

        assertThat(wordsOfLink(build(), "https://www.example.org/home")).isEqualTo("Visit our portal www.example.org");
        assertThat(text()).contains("\nVisit our portal:\nhttps://www.example.org/home\n");
    }

    @Test
    void wantsAWebsiteWithHttps() throws IOException {
        publish("- {heading: News, text: Text}");
        write("newsletter.yaml", "website: http://www.example.org/\n" + PUBLICATION);

        assertThat(Run.in(folder, "build").err())
                .startsWith("newsletter.yaml:1:10: error[bad-url]: 'website' must be an https address\n");
    }

    @Test
    void tellsTheDaysOfAnEventOnce() throws IOException {
        publish("- {heading: Events, select: event, layout: story}");
        write("content/events/e.md", "---\ntitle: E\nstart: 2018-11-06\nend: 2018-11-08\nplace: Vienna\n---\n");

        assertThat(build().body().text())
                .contains("Nov 6–8 E Vienna")
                .containsOnlyOnce("6–8")
                .doesNotContain("November");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-10-05 17:00, 2018-10-05 18:30, 17:00–18:30\u00A0CEST",
        "2018-10-05 17:00, 2018-10-05, 17:00\u00A0CEST",
        "2018-10-05 17:00, 2018-10-07 12:00, Online",
        "2018-10-05, 2018-10-05, Online"
    })
    void saysTheHoursOfAnEventOfOneDay(String start, String end, String facts) throws IOException {
        publish("- {heading: Events, select: event}");
        write("content/events/e.md", "---\ntitle: E\nstart: " + start + "\nend: " + end + "\nonline: true\n---\n");

        assertThat(build().expectFirst("h3 + p").wholeText()).startsWith(facts);
    }

    @ParameterizedTest
    @CsvSource({"list", "story", "cards", "notice"})
    void offersEachEventForTheCalendarInEveryLayout(String layout) throws IOException {
        String file = "https://news.example.org/2018-09/calendar/e.ics";
        publish("- {heading: Events, select: event, layout: " + layout + "}");
        write("content/events/e.md", "---\ntitle: E\nstart: 2018-11-06\n---\n");

        assertThat(wordsOfLink(build(), file)).isEqualTo("Add to calendar");
        assertThat(text().indent(0)).containsPattern("Add to calendar:\n *" + file);
    }

    @Test
    void offersNothingForTheCalendarWhereNothingIsPublished() throws IOException {
        publish("- {heading: Events, select: event}");
        write("newsletter.yaml", "name: Test\nsections:\n- {heading: Events, select: event}\n");
        write("content/events/e.md", "---\ntitle: E\nstart: 2018-11-06\n---\n");

        assertThat(build().body().text()).doesNotContain("calendar");
        assertThat(text()).doesNotContain("calendar");
    }

    @ParameterizedTest
    @CsvSource({"2:15, 'Video, 2:15 minutes'", "1 hour, 'Video, 1 hour'"})
    void saysHowLongAVideoIs(String length, String said) throws IOException {
        publish("- {heading: News, select: news}");
        write(
                "content/news/n.md",
                "---\ntitle: T\ndate: 2018-09-01\nvideo: https://example.org/v\nlength: " + length + "\n---\n");

        assertThat(build().body().text()).contains(said);
        assertThat(text()).contains(said);
    }

    @Test
    void showsASummaryInAList() throws IOException {
        publish("- {heading: Events, select: event}");
        write("content/events/e.md", "---\ntitle: E\nstart: 2018-11-06\nsummary: In short.\n---\nAt length.\n");

        assertThat(build().body().text()).contains("In short.").doesNotContain("At length.");
        assertThat(text()).contains("In short.").doesNotContain("At length.");
    }

    @Test
    void setsTheQuotationMarksOfTitlesAndHeadings() throws IOException {
        publish("- {heading: What's \"new\", select: news}");
        write("issues/2018-09.yaml", """
                title: The editors' "issue"
                date: 2018-09-03
                sections: {"What's \\"new\\"": {intro: An intro}}
                """);
        write("content/news/n.md", "---\ntitle: It's \"news\"\ndate: 2018-09-01\n---\n");

        assertThat(build().body().text())
                .contains("The editors’ “issue”", "What’s “new” An intro", "It’s “news”")
                .doesNotContain("'", "\"");
        assertThat(text()).contains("The editors’ “issue”", "What’s “new”", "It’s “news”");
    }

    @ParameterizedTest
    @CsvSource({
        "N, T",
        "News from a place that has a rather long name, A title that is longer than what a mailbox shows"
    })
    void findsAPreheaderOfTheRightLength(String heading, String title) throws IOException {
        publish("- {heading: " + heading + ", select: news}");
        for (int i = 0; i < 5; i++) {
            write("content/news/n" + i + ".md", "---\ntitle: " + title + i + "\ndate: 2018-09-01\n---\n");
        }

        String preheader = build().body()
                .child(0)
                .text()
                .replaceAll("[\\s\\u2007\\u034F\\u200C]+", " ")
                .strip();
        assertThat(preheader).startsWith(title + "0 · ").hasSizeBetween(30, 150);
    }

    @Test
    void showsOwnTemplatesWhatTheyMayNeed() throws IOException {
        publish("- {heading: Events, select: event, layout: list}\n- {heading: Others, select: news}");
        write("content/events/e.md", "---\ntitle: E\nstart: 2018-11-06 9:05\nend: 2018-11-07\n---\n");
        write("content/news/n.md", "---\ntitle: N\ndate: 2018-09-01\n---\n");
        write(
                "templates/section.ftlh",
                "[${section.layout!'none'}]<#list section.entries as e><#if e.start??>[${e.start.time}][${e.end.time!'day'}]</#if></#list>[${publication.accent}]");

        assertThat(build().body().text()).contains("[list][09:05][day][#004494]", "[none][#004494]");
    }

    @Test
    void showsOwnTemplatesWhatPartsThereAre() throws IOException {
        publish("- {heading: Others, select: news}");
        write("content/news/n.md", "---\ntitle: N\ndate: 2018-09-01\n---\n");
        write(
                "templates/section.ftlh",
                "[${section?keys?join(' ')}][${section?size}]<#list section as part, said><#if said??>[${part}]</#if></#list>");

        assertThat(build().body().text())
                .contains("[anchor beside entries heading intro layout text][7][anchor][beside][entries][heading]");
    }

    @Test
    void keepsTheIndentationOfPreformattedTextAlone() throws IOException {
        publish("- heading: Code\n  text: |\n    ```\n    one\n      two\n\n      three\n    ```\n");
        build();

        String page = Files.readString(folder.resolve("out/2018-09/index.html"));
        assertThat(page.substring(page.indexOf("<body")))
                .contains("one\n  two\n\n  three</pre>")
                .doesNotContainPattern("\n\\s+<");
    }

    @Test
    void breaksNoRuleInAnyLayout() throws IOException {
        publish("""
                - {heading: Stories, select: {type: [news, event], tags: [told]}, layout: story}
                - {heading: A list, select: {type: event, tags: [listed]}, beside: true}
                - {heading: Calls, select: call, beside: true}
                - {heading: Cards, select: {type: event, tags: [card]}, layout: cards}
                - {heading: Voices, select: quote}
                - {heading: Notices, select: notice}
                - {heading: Text, text: "- One\\n- [two](https://example.org/two)\\n\\n> A quotation\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |"}
                """);
        write(
                "content/news/n.md",
                "---\ntitle: T\ndate: 2018-09-01\nurl: https://example.org/n\ntags: [told]\n---\nText\n");
        for (String where : new String[] {"told", "listed", "card"}) {
            write("content/events/" + where + ".md", """
                    ---
                    title: An event that is %1$s
                    start: 2018-11-06 17:00
                    deadline: 2018-09-14
                    url: https://example.org/%1$s
                    tags: [%1$s]
                    ---
                    """.formatted(where));
        }
        write("content/calls/c.md", "---\ntitle: C\ndeadline: 2018-10-31\nextended-from: 2018-09-10\n---\n");
        write("content/quotes/q.md", "---\nperson: P\nrole: R\ndate: 2018-09-01\n---\nWords.\n");
        write("content/notices/n.md", "---\ntitle: N\ndate: 2018-09-01\nurl: https://example.org/notice\n---\nText\n");

        Run run = Run.in(folder, "check", "--offline");

        assertThat(run.err()).doesNotContain("error[", "warning[");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }
}
