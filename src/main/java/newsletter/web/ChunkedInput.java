package newsletter.web;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112, section 7.1). Ends after the last one and its trailers; the stream below stays open. */
final class ChunkedInput extends FilterInputStream {
    private static final int LONGEST_LINE = 8_000;

    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(buffer, from, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the body ends within a chunk");
        }
        left -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            HeadReader.line(in, LONGEST_LINE);
        }
        begun = true;
        left = size(HeadReader.line(in, LONGEST_LINE));
        if (left == 0) {
            ended = true;
            while (!HeadReader.line(in, LONGEST_LINE).isEmpty()) {
                // Trailers say nothing that matters here.
            }
        }
    }

    private static long size(String line) throws IOException {
        try {
            long size = Long.parseLong(line.split(";", 2)[0].strip(), 16);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a size below zero.
        }
        throw new IOException("the size of a chunk is no number");
    }
}
