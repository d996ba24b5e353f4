package newsletter.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of an answer (RFC 9112). Lenient where browsers are, but bounded. */
final class HeadReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) +([0-9]{3})(?: .*)?");
    private static final int LONGEST_LINE = 32_000;
    private static final int MOST_FIELDS = 300;
    private static final int MOST_INTERIM = 10;

    private HeadReader() {}

    /**
     * The head of an answer.
     *
     * @param persistent whether the version keeps a connection open unless told otherwise
     */
    record Head(int status, boolean persistent, Headers headers) {}

    /** What came is not HTTP. */
    static final class NotHttpException extends IOException {
        private static final long serialVersionUID = 1L;

        NotHttpException(String message) {
            super(message);
        }
    }

    /**
     * Reads until the blank line; interim answers (100, 103) are passed over.
     *
     * @throws EOFException when the connection ends before
     */
    static Head read(InputStream in) throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            Head head = one(in);
            if (head.status() >= 200) {
                return head;
            }
        }
        throw new NotHttpException("only interim answers came");
    }

    private static Head one(InputStream in) throws IOException {
        String first = line(in, LONGEST_LINE);
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new NotHttpException("the answer does not begin like HTTP");
        }
        Headers headers = new Headers();
        for (int i = 0; i < MOST_FIELDS; i++) {
            String line = line(in, LONGEST_LINE);
            if (line.isEmpty()) {
                return new Head(
                        Integer.parseInt(status.group(2)), status.group(1).equals("1"), headers);
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(line.substring(0, colon).strip(), line.substring(colon + 1));
            }
        }
        throw new NotHttpException("the answer has more than " + MOST_FIELDS + " header fields");
    }

    /**
     * A line without its end, as ISO 8859-1.
     *
     * @param longest in bytes
     */
    static String line(InputStream in, int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended within the answer's head");
            }
            if (line.size() >= longest) {
                throw new NotHttpException("a line of the answer's head has no end");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
