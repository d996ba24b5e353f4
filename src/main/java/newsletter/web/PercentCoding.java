package newsletter.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent signs in addresses (RFC 3986, section 2.1). */
public final class PercentCoding {
    private static final String UNRESERVED_MARKS = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    private PercentCoding() {}

    /**
     * The one spelling of a part of an address: what may not stand there is encoded, hex digits are in upper case, and what
     * need not be encoded is not (RFC 3986, section 6.2.2). A per cent sign that begins no code is one that was meant.
     */
    static String normalise(String part) {
        StringBuilder normal = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); ) {
            if (isCode(part, i)) {
                char decoded = (char) Integer.parseInt(part, i + 1, i + 3, 16);
                normal.append(
                        isUnreserved(decoded)
                                ? decoded
                                : part.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 3;
            } else {
                int c = part.codePointAt(i);
                normal.append(isAllowed(c) ? Character.toString(c) : encode(Character.toString(c)));
                i += Character.charCount(c);
            }
        }
        return normal.toString();
    }

    /** The text that codes stand for, read as UTF-8; what begins no code stays. */
    public static String decode(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
        for (int i = 0; i < part.length(); ) {
            if (isCode(part, i)) {
                bytes.write(Integer.parseInt(part, i + 1, i + 3, 16));
                i += 3;
            } else {
                int c = part.codePointAt(i);
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Every byte of a text in UTF-8 as a code. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        return encoded.toString();
    }

    private static boolean isCode(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static boolean isAllowed(int c) {
        return isUnreserved(c) || RESERVED.indexOf(c) >= 0;
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }
}
