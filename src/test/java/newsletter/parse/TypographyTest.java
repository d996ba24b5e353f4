package newsletter.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotation marks and apostrophes in a line of text. */
class TypographyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en | Grants for "Integrated Projects"        | Grants for “Integrated Projects”
            en | ("A" and "B")                           | (“A” and “B”)
            en | "We call it 'change'", she says         | “We call it ‘change’”, she says
            en | Europe's clusters' gains                | Europe’s clusters’ gains
            en | Back to the '90s                        | Back to the ’90s
            en | Already “set” and it’s fine             | Already “set” and it’s fine
            en | A 5' wall and a 19" rack                | A 5' wall and a 19" rack
            en | An open "end                            | An open "end
            de | Was heißt "Cluster"?                    | Was heißt „Cluster“?
            fr | L'appel "LIFE"                          | L’appel «\u202FLIFE\u202F»
            de-CH | Was heisst "Cluster"?                | Was heisst «Cluster»?
            """)
    void setsWhatATypewriterWrites(String language, String written, String set) {
        assertThat(Typography.of(Locale.forLanguageTag(language)).set(written)).isEqualTo(set);
    }

    @Test
    void takesAnyLengthAndAnyMarks() {
        String marks = "'a\" ".repeat(50_000);

        assertThat(Typography.of(Locale.ENGLISH).set(marks)).hasSameSizeAs(marks);
    }
}
