package newsletter.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;

/**
 * A file's bytes to text: UTF-8 and nothing else, a byte order mark dropped, CRLF and CR turned into LF. Invisible characters
 * that no text needs are findings, so that no later stage meets them.
 */
public final class SourceDecoder {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceDecoder() {}

    /**
     * The text of a file, or findings and nothing.
     *
     * @param path as reports show it
     */
    public static Optional<Source> decode(String path, byte[] bytes, Findings findings) {
        if (bytes.length > LARGEST) {
            String message = "the file is too large: " + bytes.length / 1000 + " KB";
            findings.add(
                    Code.TOO_LARGE, empty(path).start(), message, "a file holds 1000 KB of text at most: split it");
            return Optional.empty();
        }
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        Source source = new Source(path, normalized(chars.flip().toString()));
        if (result.isError()) {
            String message = "the file is not UTF-8: the character here cannot be read";
            String hint = "save the file with the encoding UTF-8";
            findings.add(Code.NOT_UTF8, source.at(source.text().length()), message, hint);
            return Optional.empty();
        }
        return isClean(source, findings) ? Optional.of(source) : Optional.empty();
    }

    private static Source empty(String path) {
        return new Source(path, "");
    }

    private static String normalized(String text) {
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean isClean(Source source, Findings findings) {
        boolean clean = true;
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            if (isUnwanted(text.charAt(i))) {
                String message = String.format("an invisible character (U+%04X) stands here", (int) text.charAt(i));
                findings.add(Code.CONTROL_CHARACTER, source.at(i), message, "delete it and type what was meant");
                clean = false;
            }
        }
        return clean;
    }

    /** What YAML 1.1 cannot hold or takes for a line break, and what no text needs. */
    private static boolean isUnwanted(char c) {
        if (c >= ' ' && c < '\u007F') {
            return false;
        }
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= '\u007F' && c <= '\u009F')
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\uFFFE';
    }
}
