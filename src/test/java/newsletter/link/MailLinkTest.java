package newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that begin a message. */
class MailLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@example.org",
                "mailto:a@example.org?subject=Hello%20you&body=Text",
                "mailto:a@example.org,b@example.org",
                "mailto:?to=a@example.org&cc=b@example.org",
                "mailto:a+b%25c@example.org",
                "mailto:press@bücher.example",
                "mailto:press@xn--bcher-kva.example",
                "mailto:o'neil@example.museum"
            })
    void whatCanBeWrittenToIsFine(String link) {
        assertThat(MailLink.problem(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@example",
                "mailto:a",
                "mailto:@example.org",
                "mailto:a@@example.org",
                "mailto:a@example..org",
                "mailto:a b@example.org",
                "mailto:a@exa_mple.org",
                "mailto:a@[127.0.0.1]",
                "mailto:a@example.org?cc=b",
                "mailto:a@example.org,b",
                "mailto:a@-example.org",
                "mailto:a@example.o"
            })
    void whatCannotIsNamed(String link) {
        assertThat(MailLink.problem(link))
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("is not an e-mail address"));
    }

    @Test
    void nobodyIsNoOne() {
        assertThat(MailLink.problem("mailto:?subject=Hello")).contains("it names nobody to write to");
    }
}
