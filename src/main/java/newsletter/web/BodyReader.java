package newsletter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import newsletter.web.HeadReader.Head;

/** Reads as much of a body as is wanted. */
final class BodyReader {
    /** A body up to this many bytes is read to its end, so that the connection can be kept; a longer one costs more than a new one. */
    private static final int WORTH_DRAINING = 16_384;

    private static final int STEP = 8_192;

    private final int most;

    /** @param most how many bytes of a page are kept, after unpacking: some pages are made to fill memories when unpacked */
    BodyReader(int most) {
        this.most = most;
    }

    /**
     * What was read.
     *
     * @param cut whether there was more, or the rest did not come
     * @param ended whether the connection is now where the next answer begins
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Body(byte[] bytes, boolean cut, boolean ended) {
        private static final Body NONE = new Body(new byte[0], false, true);
    }

    Body read(Head head, Method method, InputStream in) {
        if (method == Method.HEAD || head.status() == 204 || head.status() == 304) {
            return Body.NONE;
        }
        boolean open = !isFramed(head);
        try (InputStream framed = framed(head, new Unclosed(in))) {
            if (Response.isPage(head.headers())) {
                return page(head, framed, open);
            }
            boolean isLong =
                    length(head).filter(length -> length > WORTH_DRAINING).isPresent();
            return new Body(new byte[0], true, !open && !isLong && isAtEnd(framed, WORTH_DRAINING));
        } catch (IOException e) {
            return new Body(new byte[0], true, false);
        }
    }

    private Body page(Head head, InputStream framed, boolean open) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(STEP);
        boolean whole = false;
        try {
            whole = copy(unpacked(head, framed), kept);
        } catch (IOException e) {
            // What has come is worth a look.
        }
        return new Body(kept.toByteArray(), !whole, whole && !open && isAtEnd(framed, 0));
    }

    /** Whether all of it was copied. */
    private boolean copy(InputStream in, ByteArrayOutputStream out) throws IOException {
        byte[] buffer = new byte[STEP];
        while (out.size() < most) {
            int read = in.read(buffer, 0, Math.min(STEP, most - out.size()));
            if (read < 0) {
                return true;
            }
            out.write(buffer, 0, read);
        }
        return in.read() < 0;
    }

    private static boolean isFramed(Head head) {
        return head.headers().says("transfer-encoding", "chunked")
                || length(head).isPresent();
    }

    private static InputStream framed(Head head, InputStream in) {
        if (head.headers().says("transfer-encoding", "chunked")) {
            return new ChunkedInput(in);
        }
        return length(head)
                .<InputStream>map(length -> new FixedInput(in, length))
                .orElse(in);
    }

    private static Optional<Long> length(Head head) {
        return head.headers()
                .first("content-length")
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::parseLong);
    }

    private static InputStream unpacked(Head head, InputStream framed) throws IOException {
        String coding =
                head.headers().first("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(framed, STEP);
            case "identity", "" -> framed;
            default -> throw new IOException("packed in a way that was not asked for: " + coding);
        };
    }

    private static boolean isAtEnd(InputStream in, int within) {
        try {
            return in.readNBytes(within + 1).length <= within;
        } catch (IOException e) {
            return false;
        }
    }
}
