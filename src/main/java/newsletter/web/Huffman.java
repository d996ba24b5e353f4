package newsletter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The code in which HTTP/2 shortens texts (RFC 7541, section 5.2 and appendix B). It is canonical: its lengths say all of it. */
final class Huffman {
    private static final int SYMBOLS = 256;
    private static final int LONGEST = 30;

    /** Of the code of each byte, in bits. */
    private static final int[] LENGTHS = {
        13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28,
        28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15,
        6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
        15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22,
        20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23,
        23, 24, 22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22,
        22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26,
        27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27,
        26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26
    };

    /** The bytes by their codes: the shorter before the longer, of equally long ones the smaller byte first. */
    private static final byte[] BY_CODE = new byte[SYMBOLS];

    /** How many codes there are of each length. */
    private static final int[] COUNTS = new int[LONGEST + 1];

    static {
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (LENGTHS[symbol] == length) {
                    BY_CODE[next++] = (byte) symbol;
                    COUNTS[length]++;
                }
            }
        }
    }

    private Huffman() {}

    /**
     * Decodes a text.
     *
     * @throws IOException when it is not in this code, or does not end as it should
     */
    static byte[] decode(byte[] packed, int from, int to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((to - from) * 2);
        int code = 0;
        int first = 0;
        int index = 0;
        int length = 0;
        for (int at = from * 8; at < to * 8; at++) {
            code = (code << 1) | ((packed[at / 8] >> (7 - at % 8)) & 1);
            length++;
            first <<= 1;
            if (length > LONGEST) {
                throw new IOException("a text is not in the code of HTTP/2");
            }
            if (code - first < COUNTS[length]) {
                bytes.write(BY_CODE[index + code - first]);
                code = 0;
                first = 0;
                index = 0;
                length = 0;
            } else {
                index += COUNTS[length];
                first += COUNTS[length];
            }
        }
        boolean padded = length < 8 && code == (1 << length) - 1;
        if (!padded) {
            throw new IOException("a text does not end as the code of HTTP/2 does");
        }
        return bytes.toByteArray();
    }
}
