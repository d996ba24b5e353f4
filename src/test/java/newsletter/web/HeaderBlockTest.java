package newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HPACK, by the examples of RFC 7541, appendix C. */
class HeaderBlockTest {
    private static List<String> unpack(String hex, HeaderTable table) throws IOException {
        return HeaderBlock.unpack(HexFormat.of().parseHex(hex.replace(" ", "")), table).stream()
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.toList());
    }

    /** Section C.6: the table holds 256 bytes, so that fields are evicted. */
    @Test
    void answersOneAfterTheOtherAreRead() throws IOException {
        HeaderTable table = new HeaderTable(256);

        assertThat(unpack(
                        "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d"
                                + "29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3",
                        table))
                .containsExactly(
                        ":status: 302",
                        "cache-control: private",
                        "date: Mon, 21 Oct 2013 20:13:21 GMT",
                        "location: https://www.example.com");
        assertThat(unpack("4883 640e ffc1 c0bf", table))
                .containsExactly(
                        ":status: 307",
                        "cache-control: private",
                        "date: Mon, 21 Oct 2013 20:13:21 GMT",
                        "location: https://www.example.com");
        assertThat(unpack(
                        "88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7 821d d7f2"
                                + "e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106"
                                + "3d50 07",
                        table))
                .containsExactly(
                        ":status: 200",
                        "cache-control: private",
                        "date: Mon, 21 Oct 2013 20:13:22 GMT",
                        "location: https://www.example.com",
                        "content-encoding: gzip",
                        "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1");
        assertThatThrownBy(() -> unpack("c1", table)).hasMessage("there is no header field 65");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80", // number 0
                "ff ff ff ff 7f", // a number without bounds
                "00 05 61", // a name that is longer than the block
                "40 01", // the end within a field
                "3f e2 1f", // a table of 4,097 bytes
                "48 81 ff ff", // padding of eight bits
                "48 84 ff ff ff ff", // the mark of the end
                "48 81 00" // padding with zeros
            })
    void whatIsPackedWrongIsRefused(String hex) {
        assertThatThrownBy(() -> unpack(hex, new HeaderTable(4096))).isInstanceOf(IOException.class);
    }
}
