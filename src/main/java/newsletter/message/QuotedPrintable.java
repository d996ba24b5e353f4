package newsletter.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in the encoding {@code quoted-printable} (RFC 2045, 6.7): lines of {@value #WIDTH} characters at most, ended by CRLF.
 * What survives every way of mail is left as it is; blanks at the end of a line, a dot at its beginning (SMTP), and
 * {@code From } there (mail folders) are encoded too (RFC 2049, 3).
 */
final class QuotedPrintable {
    private static final int WIDTH = 76;
    private static final String HEX = "0123456789ABCDEF";
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder out = new StringBuilder();
    private int column;

    private QuotedPrintable() {}

    /**
     * The text encoded from UTF-8.
     *
     * @param text lines divided by LF or CRLF
     */
    static String of(String text) {
        QuotedPrintable encoder = new QuotedPrintable();
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                encoder.breakLine("");
            }
            encoder.line(lines[i]);
        }
        return encoder.out.toString();
    }

    private void line(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            boolean last = i == bytes.length - 1;
            boolean literal = isLiteral(bytes[i]) && !(last && isBlank(bytes[i]));
            int width = literal ? 1 : 3;
            // A soft break's "=" takes the last column, unless the line ends here anyway.
            if (column + width > (last ? WIDTH : WIDTH - 1)) {
                breakLine("=");
            }
            boolean danger = column == 0 && (bytes[i] == '.' || startsWithFrom(bytes, i));
            append(bytes[i], literal && !danger);
        }
    }

    private void breakLine(String mark) {
        out.append(mark).append("\r\n");
        column = 0;
    }

    private void append(byte octet, boolean literal) {
        if (literal) {
            out.append((char) octet);
            column++;
        } else {
            out.append('=').append(HEX.charAt((octet & 0xF0) >> 4)).append(HEX.charAt(octet & 0x0F));
            column += 3;
        }
    }

    private static boolean isLiteral(byte octet) {
        return (octet >= ' ' && octet <= '~' && octet != '=') || octet == '\t';
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static boolean startsWithFrom(byte[] bytes, int at) {
        return bytes.length >= at + FROM.length && Arrays.equals(bytes, at, at + FROM.length, FROM, 0, FROM.length);
    }
}
