package newsletter.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import newsletter.web.HeaderTable.Field;

/** The header fields of one answer as HTTP/2 packs them (HPACK, RFC 7541). */
final class HeaderBlock {
    private static final int MOST_FIELDS = 300;
    private static final int LARGEST_NUMBER = 1 << 20;

    private final byte[] bytes;
    private final HeaderTable table;
    private int at;

    private HeaderBlock(byte[] bytes, HeaderTable table) {
        this.bytes = bytes;
        this.table = table;
    }

    /**
     * Unpacks a block.
     *
     * @param table of this connection; the block changes it
     * @throws IOException when it is not packed right
     */
    static List<Field> unpack(byte[] block, HeaderTable table) throws IOException {
        return new HeaderBlock(block, table).fields();
    }

    private List<Field> fields() throws IOException {
        List<Field> fields = new ArrayList<>();
        while (at < bytes.length) {
            int first = bytes[at] & 0xFF;
            if (first >= 0x80) {
                fields.add(table.get(number(7)));
            } else if (first >= 0x40) {
                Field field = literal(6);
                table.add(field);
                fields.add(field);
            } else if (first >= 0x20) {
                table.resize(number(5));
            } else {
                fields.add(literal(4));
            }
            if (fields.size() > MOST_FIELDS) {
                throw new IOException("the answer has more than " + MOST_FIELDS + " header fields");
            }
        }
        return fields;
    }

    private Field literal(int bits) throws IOException {
        int number = number(bits);
        String name = number == 0 ? text() : table.get(number).name();
        return new Field(name, text());
    }

    /** Section 5.1: as much as fits into the rest of the byte, else seven bits in each that follows, the lowest first. */
    private int number(int bits) throws IOException {
        int most = (1 << bits) - 1;
        int number = next() & most;
        if (number < most) {
            return number;
        }
        for (int shift = 0; ; shift += 7) {
            int part = next();
            number += (part & 0x7F) << shift;
            if (number > LARGEST_NUMBER || shift > 14) {
                throw new IOException("a number in the header fields is too large");
            }
            if (part < 0x80) {
                return number;
            }
        }
    }

    /** As ISO 8859-1, like HTTP/1.1's. */
    private String text() throws IOException {
        boolean packed = at < bytes.length && bytes[at] < 0;
        int length = number(7);
        if (length > bytes.length - at) {
            throw new IOException("a header field is longer than its block");
        }
        int from = at;
        at += length;
        return packed
                ? new String(Huffman.decode(bytes, from, at), StandardCharsets.ISO_8859_1)
                : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private int next() throws IOException {
        if (at == bytes.length) {
            throw new IOException("the header fields end within one");
        }
        return bytes[at++] & 0xFF;
    }
}
