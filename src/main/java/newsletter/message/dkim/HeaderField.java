package newsletter.message.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A field of a header in the form that is signed, "relaxed" (RFC 6376, 3.4.2): the name in lower case, on one line, blanks in a row as
 * one, none around the colon and none at the end.
 *
 * @param name in lower case
 */
record HeaderField(String name, String value) {
    /**
     * The fields of a message, in their order.
     *
     * @param message lines end in CRLF
     * @param end where its header ends: behind the CRLF of its last field
     */
    static List<HeaderField> all(byte[] message, int end) {
        String header = new String(message, 0, end, StandardCharsets.ISO_8859_1);
        List<HeaderField> fields = new ArrayList<>();
        // A line that begins with a blank goes on with the field before it (RFC 5322, 2.2.3).
        for (String field : header.split("\r\n(?![ \t])", 0)) {
            fields.add(of(field));
        }
        return fields;
    }

    /** @throws IllegalArgumentException when the text has no colon */
    static HeaderField of(String field) {
        int colon = field.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a header field: " + field);
        }
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return new HeaderField(name, relaxed(field, colon + 1));
    }

    private static String relaxed(String field, int start) {
        StringBuilder words = new StringBuilder(field.length());
        boolean blank = false;
        for (int at = start; at < field.length(); at++) {
            char c = field.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                blank = true;
            } else {
                if (blank && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(c);
                blank = false;
            }
        }
        return words.toString();
    }

    /** As it is signed, without the end of the line. */
    @Override
    public String toString() {
        return name + ":" + value;
    }
}
