package newsletter.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
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
    public static final int LARGEST = 500_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceDecoder() {}

    /**
     * The text of a file, or findings and nothing. Reads neither what is too large nor what has no end, like a device.
     *
     * @param path as reports show it
     * @throws IOException when it cannot be read
     */
    public static Optional<Source> read(Path file, String path, Findings findings) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "not a file");
        }
        if (attributes.size() > LARGEST) {
            reportSize(path, attributes.size(), findings);
            return Optional.empty();
        }
        return decode(path, Files.readAllBytes(file), findings);
    }

    /**
     * The text of a file, or findings and nothing.
     *
     * @param path as reports show it
     */
    public static Optional<Source> decode(String path, byte[] bytes, Findings findings) {
        if (bytes.length > LARGEST) {
            reportSize(path, bytes.length, findings);
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

    private static void reportSize(String path, long size, Findings findings) {
        String message = String.format(Locale.ROOT, "the file is too large: %,d bytes", size);
        String hint = String.format(Locale.ROOT, "a file holds %,d bytes of text at most: split it", LARGEST);
        findings.add(Code.TOO_LARGE, new Source(path, "").start(), message, hint);
    }

    private static String normalized(String text) {
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean isClean(Source source, Findings findings) {
        boolean clean = true;
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            if (Unwanted.is(text.charAt(i))) {
                String message = "an invisible character (" + Unwanted.name(text.charAt(i)) + ") stands here";
                findings.add(Code.CONTROL_CHARACTER, source.at(i), message, "delete it and type what was meant");
                clean = false;
            }
        }
        return clean;
    }
}
