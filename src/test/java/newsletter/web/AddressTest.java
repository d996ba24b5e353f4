package newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses in their one spelling. */
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://EXAMPLE.org, http://example.org/",
        "https://example.org:443/a, https://example.org/a",
        "http://example.org:443/a, http://example.org:443/a",
        "http://example.org./, http://example.org/",
        "http://example.org/%7euser, http://example.org/~user",
        "http://example.org/%c3%bc, http://example.org/%C3%BC",
        "http://example.org/ü, http://example.org/%C3%BC",
        "http://example.org/100%, http://example.org/100%25",
        "http://example.org/a/./b/../c, http://example.org/a/c",
        "http://example.org/../../a/.., http://example.org/",
        "http://example.org/a/.., http://example.org/",
        "http://example.org/a/b/.., http://example.org/a/",
        "http://example.org?q=a|b, http://example.org/?q=a%7Cb",
        "http://example.org/a#b, http://example.org/a#b",
        "http://example.org/a#, http://example.org/a",
        "http://93.184.16.1\\@127.0.0.1/, http://93.184.16.1/@127.0.0.1/",
        "http://[2001:DB8::1]:8080/, http://[2001:db8:0:0:0:0:0:1]:8080/",
        "http://bücher.example/, http://xn--bcher-kva.example/"
    })
    void everySpellingBecomesOne(String written, String spelling) throws MalformedAddressException {
        Address address = Address.parse(written);

        assertThat(address).hasToString(spelling);
        assertThat(Address.parse(spelling)).isEqualTo(address);
    }

    @Test
    void aNameAndPasswordAreNoPartOfAnAddress() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Address.parse("http://user:secret@example.org/"))
                .isInstanceOf(MalformedAddressException.class)
                .hasMessageNotContaining("secret");
    }
}
