package newsletter.link;

import static newsletter.web.Answers.page;
import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZonedDateTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page that is passed on. */
class LinkPageTest {
    private static final String HOST = "http://a.example.org";

    private final LinkFixture fixture = new LinkFixture();

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private String html() {
        fixture.internet
                .host("a.example.org")
                .on("/ok", page("<title>Fine</title>"))
                .on("/old", redirect(301, "/older"))
                .on("/older", redirect(308, "/new/place"))
                .on("/new/place", status(200))
                .on("/soft", page("<title>404 <script>alert(1)</script> &lt;b&gt;</title>"))
                .on("/robots", status(403));
        LinkReport report = fixture.check(
                HOST + "/ok",
                HOST + "/old",
                HOST + "/gone",
                HOST + "/soft",
                HOST + "/robots",
                HOST + "/unsubscribe",
                "mailto:a@example.org");
        return new LinkPage("Courier <1>", ZonedDateTime.parse("2018-09-03T10:00:00+02:00")).of(report);
    }

    @Test
    void verdictsHostsTimesAndRedirectsAreTold() {
        Document page = Jsoup.parse(html());

        assertThat(page.title()).isEqualTo("Links: Courier <1>");
        assertThat(page.select(".counts li").eachText())
                .containsExactly("1 broken", "1 moved", "2 unsure", "2 ok", "1 not asked");
        assertThat(page.select("details > summary").eachText())
                .containsExactly(
                        "Broken (1): a reader finds nothing",
                        "Moved (1): they work; write the new address",
                        "Unsure (2): a person has to look",
                        "Not asked (1): nothing was sent",
                        "Ok (2): the server answers that they are there");
        assertThat(page.select("article ol li").eachText())
                .containsExactly("301 to http://a.example.org/older", "308 to http://a.example.org/new/place");
        assertThat(page.select("article").get(0).text())
                .contains(
                        "http://a.example.org/gone", "the server says 404, not found", "status 404", " ms", "rule gone")
                .endsWith("written at content/a.md:3:1");
        assertThat(page.select("table tr").get(1).text()).startsWith("a.example.org 6 1 ");
    }

    @Test
    void nothingOfAServersWordsBecomesPartOfThePageAndNothingIsFetched() {
        Document page = Jsoup.parse(html());

        assertThat(page.select("script, link, img, iframe, [onclick], [src]")).isEmpty();
        assertThat(page.text()).contains("404 <script>alert(1)</script> <b>");
    }

    @Test
    void whatWouldActCannotBeClicked() {
        assertThat(Jsoup.parse(html()).select("a[href*=unsubscribe]")).isEmpty();
    }
}
