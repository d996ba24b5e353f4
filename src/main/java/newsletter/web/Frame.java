package newsletter.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * What HTTP/2 sends at once (RFC 9113, section 4).
 *
 * @param stream which request it is about; 0 for the connection
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Frame(int type, int flags, int stream, byte[] payload) {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 0x1;
    static final int ACK = 0x1;
    static final int END_HEADERS = 0x4;
    private static final int PADDED = 0x8;
    private static final int PRIORITY = 0x20;

    private static final int HEAD = 9;

    /** What nobody may exceed who was not told otherwise. */
    private static final int LARGEST = 16_384;

    static Frame of(int type, int flags, int stream, byte[] payload) {
        return new Frame(type, flags, stream, payload);
    }

    /** One whose payload is a number of four bytes: the code of an error, or by how much a window grows. */
    static Frame of(int type, int stream, int number) {
        return new Frame(type, 0, stream, ByteBuffer.allocate(4).putInt(number).array());
    }

    /**
     * Reads the next.
     *
     * @throws EOFException when the connection ends
     */
    static Frame read(InputStream in) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes(in, HEAD));
        int lengthAndType = head.getInt();
        int length = lengthAndType >>> 8;
        if (length > LARGEST) {
            throw new IOException("a frame of HTTP/2 is too large");
        }
        int flags = head.get() & 0xFF;
        int stream = head.getInt() & Integer.MAX_VALUE;
        return new Frame(lengthAndType & 0xFF, flags, stream, bytes(in, length));
    }

    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within a frame");
        }
        return bytes;
    }

    /** As it is sent. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEAD + payload.length)
                .putInt((payload.length << 8) | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The payload of DATA or HEADERS without what surrounds it. */
    ByteBuffer content() throws IOException {
        ByteBuffer content = ByteBuffer.wrap(payload);
        int padding = has(PADDED) && content.hasRemaining() ? content.get() & 0xFF : 0;
        int before = type == HEADERS && has(PRIORITY) ? 5 : 0;
        if (padding + before > content.remaining()) {
            throw new IOException("a frame of HTTP/2 is shorter than it says");
        }
        return content.position(content.position() + before).limit(content.limit() - padding);
    }
}
