package newsletter.link;

import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import newsletter.finding.Finding;
import newsletter.finding.Source;
import newsletter.finding.TextReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an editor reads of a check. */
class LinkFindingsTest {
    private static final String HOST = "http://a.example.org";
    private static final LocalDate TODAY = LocalDate.of(2018, 9, 3);

    private final LinkFixture fixture = new LinkFixture();

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private List<Finding> findings(LinkReport report) {
        return new LinkFindings(fixture.waivers, TODAY).of(report);
    }

    @Test
    void aBrokenLinkIsSaidOnceWithEveryPlace() {
        fixture.internet.host("a.example.org").on("/gone", status(404));
        Source text = new Source("content/news/a.md", "One\n[x](" + HOST + "/gone)\n");
        Link first = new Link(HOST + "/gone", Link.Kind.PAGE, List.of(text.at(8)));
        Link again = new Link(
                HOST + ":80/gone",
                Link.Kind.PAGE,
                IntStream.of(3, 4, 5, 6)
                        .mapToObj(line -> LinkFixture.place("content/news/b.md", line))
                        .toList());

        List<Finding> findings = findings(fixture.check(List.of(again, first)));

        assertThat(new TextReport(false).of(findings)).isEqualTo("""
                        content/news/a.md:2:5: error[link-broken]: broken link: http://a.example.org/gone: the server says 404, not found; \
                        also at content/news/b.md:3:1, content/news/b.md:4:1, content/news/b.md:5:1 and 1 more
                          2 | [x](http://a.example.org/gone)
                            |     ^
                          hint: look for where it is now, or take the link out

                        """);
    }

    @Test
    void movedAndUnsureAreWarnings() {
        fixture.internet
                .host("a.example.org")
                .on("/old", redirect(301, "/new/place"))
                .on("/new/place", status(200))
                .on("/robots", status(999));

        assertThat(findings(fixture.check(HOST + "/old", HOST + "/robots", "mailto:a@example.org")))
                .extracting(finding -> finding.severity().word() + " " + finding.message() + " | " + finding.hint())
                .containsExactlyInAnyOrder(
                        "warning moved for good: http://a.example.org/old is now http://a.example.org/new/place"
                                + " | write the new address, or let 'newsletter check --fix-moved' do it",
                        "warning cannot tell whether this link works: http://a.example.org/robots: the server says 999, as some do to"
                                + " every program | open it; if it works, note under links: check: seen: in newsletter.yaml who"
                                + " looked, and when");
    }

    @Test
    void aMissingNetworkIsSaidOnce() throws IOException {
        fixture.internet.name("example.com");
        Link[] links = IntStream.range(0, 41)
                .mapToObj(i -> new Link(
                        "http://h" + i + ".example.org/",
                        Link.Kind.PAGE,
                        List.of(LinkFixture.place("content/a.md", 50 - i))))
                .toArray(Link[]::new);

        List<Finding> findings = findings(fixture.check(List.of(links)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("there is no network: 41 links were not checked");
            assertThat(finding.at()).hasToString("newsletter.yaml:1:1");
            assertThat(finding.severity().word()).isEqualTo("warning");
        });
    }

    @Test
    void aLookThatIsTooOldIsSaidWhereItIsWritten() {
        fixture.internet.host("a.example.org").on("/robots", status(403));
        fixture.waivers = new Waivers(
                Set.of(),
                List.of(),
                List.of(
                        new Waivers.Seen(
                                HOST + "/robots", "Anna", TODAY.minusDays(91), LinkFixture.place("newsletter.yaml", 9)),
                        new Waivers.Seen(
                                HOST + "/other", "Ben", TODAY.plusDays(1), LinkFixture.place("newsletter.yaml", 10))),
                List.of());

        assertThat(findings(fixture.check(HOST + "/robots")))
                .extracting(finding -> finding.at() + " " + finding.code().id() + " " + finding.message())
                .containsExactly(
                        "content/a.md:3:1 link-unsure cannot tell whether this link works: http://a.example.org/robots: the server says"
                                + " 403, as some do to every program",
                        "newsletter.yaml:9:1 link-look-lapsed it is long since Anna looked at http://a.example.org/robots, on 2018-06-04",
                        "newsletter.yaml:10:1 link-look-lapsed Ben will look at http://a.example.org/other only on 2018-09-04");
    }

    @Test
    void aDamagedMemoryIsANote() throws IOException {
        fixture.internet.host("a.example.org").on("/ok", status(200));
        Files.createDirectories(fixture.memory().getParent());
        Files.writeString(fixture.memory(), "nonsense");

        assertThat(findings(fixture.check(HOST + "/ok"))).singleElement().satisfies(finding -> {
            assertThat(finding.code().id()).isEqualTo("link-memory");
            assertThat(finding.severity().word()).isEqualTo("note");
        });
    }
}
