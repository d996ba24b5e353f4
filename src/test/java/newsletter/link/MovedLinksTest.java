package newsletter.link;

import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import newsletter.finding.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New addresses in editors' texts. */
class MovedLinksTest {
    private static final String OLD = "http://a.example.org/old";
    private static final String NEW = "http://a.example.org/new/place";

    private final LinkFixture fixture = new LinkFixture();

    MovedLinksTest() {
        fixture.internet
                .host("a.example.org")
                .on("/old", redirect(301, "/new/place"))
                .on("/new/place", status(200))
                .on("/older", status(200));
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    /** Checks the addresses in a text, where {@code places} are 0-based indexes of what each link's place points to. */
    private MovedLinks moved(Source source, int... places) {
        List<Link> links = new ArrayList<>();
        for (int place : places) {
            links.add(new Link(OLD, Link.Kind.PAGE, List.of(source.at(place))));
        }
        return new MovedLinks(fixture.check(links));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Ü\n---\nSee [it](@), and <@>, or @.\n",
                "url: @\n",
                "url: \"@\" # not http://a.example.org/old\n",
                "- {name: x, url: @}\n",
                "😀 before [x](@ \"title\")",
                "<a href='@'>x</a>"
            })
    void theNewAddressStandsWhereTheOldOneStood(String pattern) {
        Source source = new Source("content/a.md", pattern.replace("@", OLD));
        List<Integer> places = new ArrayList<>();
        for (int at = source.text().indexOf(OLD); at >= 0; at = source.text().indexOf(OLD, at + 1)) {
            if (!source.text().substring(0, at).contains("# not")) {
                places.add(at);
            }
        }

        MovedLinks.Rewritten rewritten = moved(
                        source, places.stream().mapToInt(Integer::intValue).toArray())
                .rewrite("content/a.md", source.text());

        assertThat(rewritten.text()).isEqualTo(pattern.replace("@", NEW));
        assertThat(rewritten.made()).hasSameSizeAs(places);
    }

    @Test
    void aPlaceMayPointToTheBeginningOfTheLink() {
        Source source = new Source("content/a.md", "Look [here](" + OLD + ") and [there](" + OLD + ")");

        MovedLinks.Rewritten rewritten =
                moved(source, 5, source.text().indexOf("[there]")).rewrite("content/a.md", source.text());

        assertThat(rewritten.text()).isEqualTo("Look [here](" + NEW + ") and [there](" + NEW + ")");
        assertThat(rewritten.made())
                .extracting(MovedLinks.Change::toString)
                .first()
                .isEqualTo("content/a.md:1:6: " + OLD + " → " + NEW);
    }

    @Test
    void windowsLineBreaksAndAByteOrderMarkStay() {
        Source source = new Source("content/a.md", "One\nurl: " + OLD + "\nThree\n");

        String text = moved(source, 9)
                .rewrite("content/a.md", "\uFEFFOne\r\nurl: " + OLD + "\r\nThree\r\n")
                .text();

        assertThat(text).isEqualTo("\uFEFFOne\r\nurl: " + NEW + "\r\nThree\r\n");
    }

    @Test
    void aLongerAddressThatBeginsAlikeStays() {
        Source source = new Source("content/a.md", "[a](" + OLD + "er) [b](" + OLD + ")");

        String text = moved(source, 0).rewrite("content/a.md", source.text()).text();

        assertThat(text).isEqualTo("[a](" + OLD + "er) [b](" + NEW + ")");
    }

    @Test
    void aTextThatWasEditedMeanwhileAndAnotherFileStay() {
        Source source = new Source("content/a.md", "One\n" + OLD + "\n");
        MovedLinks moved = moved(source, 4);

        assertThat(moved.sources()).containsExactly(source);
        assertThat(moved.rewrite("content/a.md", OLD + "\nelse").text()).isEqualTo(OLD + "\nelse");
        assertThat(moved.rewrite("content/b.md", source.text()).made()).isEmpty();
    }

    @Test
    void aNewAddressDoesNotBreakOutOfTheTextAroundIt() {
        fixture.internet
                .host("b.example.org")
                .on("/old", redirect(301, "/x),{y}'"))
                .on("/x),%7By%7D'", status(200));
        Source source = new Source("content/a.yaml", "{url: http://b.example.org/old}");
        Link link = new Link("http://b.example.org/old", Link.Kind.PAGE, List.of(source.at(6)));

        String text = new MovedLinks(fixture.check(List.of(link)))
                .rewrite("content/a.yaml", source.text())
                .text();

        assertThat(text).isEqualTo("{url: http://b.example.org/x%29%2C%7By%7D%27}");
    }
}
