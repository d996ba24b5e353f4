package newsletter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    @ParameterizedTest
    @CsvSource({"example.org, example.org", "bücher.example, xn--bcher-kva.example", "例え。テスト, xn--r8jz45g.xn--zckzah"})
    void isInAscii(String written, String ascii) {
        assertThat(DomainName.ascii(written)).isEqualTo(ascii);
        assertThat(DomainName.strictAscii(written)).isEqualTo(ascii);
    }

    /** What goes round the JDK's converter comes out as from it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a",
                "Example.ORG",
                "a.b.c",
                "a..b",
                ".a",
                "a.",
                "-a.org",
                "a-.org",
                "a--b.org",
                "a_b.org",
                "a b.org",
                "xn--bcher-kva.example",
                "xn--a.org",
                "127.0.0.1",
                "[::1]",
                "a\n.org",
                "a.org\n",
                "ß.de",
                "a\u00ad.org",
                "a1234567890123456789012345678901234567890123456789012345678901x.org",
                "a12345678901234567890123456789012345678901234567890123456789012x.org"
            })
    void saysTheSameAsTheJdk(String name) {
        assertThat(result(DomainName::ascii, name)).isEqualTo(result(IDN::toASCII, name));
        assertThat(result(DomainName::strictAscii, name))
                .isEqualTo(result(written -> IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES), name));
    }

    private static String result(UnaryOperator<String> conversion, String name) {
        try {
            return conversion.apply(name);
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
