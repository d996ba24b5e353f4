package newsletter.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import newsletter.model.Blank;

/**
 * Text in the encoding {@code quoted-printable} (RFC 2045, 6.7): lines of {@value #WIDTH} characters at most, ended by CRLF.
 * What survives every way of mail is left as it is; blanks at the end of a line, a dot at its beginning (SMTP), and
 * {@code From } there (mail folders) are encoded too (RFC 2049, 3).
 */
final class QuotedPrintable {
    private static final int WIDTH = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder out = new StringBuilder();

    /** The line that is being written, which is not in {@link #out} yet. */
    private final byte[] row = new byte[WIDTH];

    private int column;

    private QuotedPrintable() {}

    /**
     * The text encoded from UTF-8, with a {@link Form#gap} for each of its blanks.
     *
     * @param text lines divided by LF or CRLF
     */
    static String of(String text, Markup markup) {
        QuotedPrintable encoder = new QuotedPrintable();
        int[] copied = {0};
        Blank.places(text).forEach(place -> {
            encoder.lines(text.substring(copied[0], place.start()), true);
            encoder.breakSoftly();
            encoder.out.append(Form.gap(markup, Blank.at(place)));
            copied[0] = place.end();
        });
        encoder.lines(text.substring(copied[0]), false);
        encoder.endRow();
        return encoder.out.toString();
    }

    /** What is put between two soft breaks: a line or several, each ended by such a break; nothing for nothing. */
    static byte[] insertion(String text) {
        QuotedPrintable encoder = new QuotedPrintable();
        encoder.lines(text, true);
        encoder.breakSoftly();
        return encoder.out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** @param more whether the last line goes on behind the text */
    private void lines(String text, boolean more) {
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                breakLine("");
            }
            line(lines[i], more && i == lines.length - 1);
        }
    }

    private void line(String line, boolean more) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            boolean last = !more && i == bytes.length - 1;
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

    private void breakSoftly() {
        if (column > 0) {
            breakLine("=");
        }
    }

    private void breakLine(String mark) {
        endRow();
        out.append(mark).append("\r\n");
    }

    private void endRow() {
        out.append(new String(row, 0, column, StandardCharsets.US_ASCII));
        column = 0;
    }

    private void append(byte octet, boolean literal) {
        if (literal) {
            row[column++] = octet;
        } else {
            row[column++] = '=';
            row[column++] = HEX[(octet & 0xF0) >> 4];
            row[column++] = HEX[octet & 0x0F];
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
