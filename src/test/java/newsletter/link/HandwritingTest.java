package newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in the texts of their authors. */
class HandwritingTest {
    private static final String PAGE = "https://example.org/a";

    /** In each text {@code ‹} stands where the link, the value or the tag begins and {@code @} for the address. */
    private static Optional<Handwriting.Written> find(String pattern, String address, String spelling) {
        String text = pattern.replace("‹", "").replace("@", address);
        return Handwriting.find(new Source("a.md", text).at(pattern.indexOf('‹')), Set.of(Waivers.spelling(spelling)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See ‹[it](@), and more",
                "See ‹[it](<@> 'title')",
                "‹[@](@)",
                "‹[with [brackets] and \\] in it](@)",
                "‹![a picture](@)",
                "‹[![a picture](x.png)](@)",
                "See ‹@, and more.",
                "See (‹@).",
                "‹<@>",
                "‹@",
                "‹\"@\" # a comment",
                "{name: x, url: ‹@}",
                "‹<a class='x' href=\"@\">x</a>",
                "‹<a href='@' title='x'>",
                "‹<a href=@>",
                "‹[two words][name] and\n\n[other]: https://example.org/b\n[name]: @",
                "‹[name]\n\n> [name]: <@>"
            })
    void standWhereTheyWereWritten(String pattern) {
        Optional<Handwriting.Written> written = find(pattern, PAGE, PAGE);

        String text = pattern.replace("‹", "");
        int expected = text.lastIndexOf('@') + (text.indexOf('@') == text.lastIndexOf('@') ? 0 : PAGE.length() - 1);
        assertThat(written).map(Handwriting.Written::address).contains(PAGE);
        assertThat(written)
                .map(Handwriting.Written::at)
                .contains(new Source("a.md", text.replace("@", PAGE)).at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "‹[it](@), https://müller.example/ö, https://xn--mller-kva.example/%C3%B6, https://müller.example/ö",
        "‹[it](@), https://example.org/?a&amp;b, https://example.org/?a&b, https://example.org/?a&b",
        "‹[it](@), https://example.org/a\\_b, https://example.org/a_b, https://example.org/a_b",
        "‹[it](@), https://example.org/(a), https://example.org/(a), https://example.org/(a)",
        "‹@ and, www.example.org/a, https://www.example.org/a, https://www.example.org/a",
        "‹@ and, a@example.org, mailto:a@example.org, mailto:a@example.org",
        "‹@ and, HTTPS://Example.org, https://example.org/, HTTPS://Example.org"
    })
    void areAsTheyWereWritten(String pattern, String written, String spelling, String expected) {
        assertThat(find(pattern, written, spelling))
                .map(Handwriting.Written::address)
                .contains(expected);
    }

    @Test
    void areNotThereWhenATemplateMakesThemUp() {
        assertThat(find("‹<a href=\"${entry.url}\">x</a> <a href=\"@\">", PAGE, PAGE))
                .isEmpty();
        assertThat(find("‹[a](https://example.org/ab)", PAGE, PAGE)).isEmpty();
        assertThat(find("‹[left open", PAGE, PAGE)).isEmpty();
        assertThat(find("nothing‹", PAGE, PAGE)).isEmpty();
    }
}
