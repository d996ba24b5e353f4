package newsletter.send;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A message as it goes over the wire: a dot more before each line that begins with one, and the dot that ends it (RFC 5321, 4.5.2), in
 * one piece. Keeps its bytes from message to message. For one thread.
 */
final class Stuffing {
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};
    private static final int LINE_END = 2;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private byte[] bytes = {};
    private int length;

    /** Replaces the message by another one. */
    void take(byte[] message) {
        int dots = dots(message);
        int most = message.length + dots + END.length;
        if (bytes.length < most) {
            bytes = new byte[most];
        }
        length = 0;
        if (dots == 0) {
            append(message, 0, message.length);
        } else {
            stuff(message);
        }
        int begun = endsALine(message) ? LINE_END : 0;
        append(END, begun, END.length - begun);
    }

    /** Not to be changed; only the first {@link #length()} of them are the message's. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void append(byte[] source, int start, int count) {
        System.arraycopy(source, start, bytes, length, count);
        length += count;
    }

    private void stuff(byte[] message) {
        for (int at = 0; at < message.length; at++) {
            if (isDot(message, at)) {
                bytes[length++] = '.';
            }
            bytes[length++] = message[at];
        }
    }

    /** Looks at eight bytes at once: messages are long, and lines that begin with a dot are rare. */
    private static int dots(byte[] message) {
        int dots = isDot(message, 0) ? 1 : 0;
        int at = 0;
        for (; at + Long.BYTES < message.length; at += Long.BYTES) {
            long others = (long) EIGHT.get(message, at) ^ LINE_FEEDS;
            if ((others - ONES & ~others & HIGHEST_BITS) != 0) {
                dots += dotsBehindLineFeeds(message, at, at + Long.BYTES);
            }
        }
        return dots + dotsBehindLineFeeds(message, at, message.length - 1);
    }

    private static int dotsBehindLineFeeds(byte[] message, int start, int end) {
        int dots = 0;
        for (int at = start; at < end; at++) {
            if (message[at] == '\n' && message[at + 1] == '.') {
                dots++;
            }
        }
        return dots;
    }

    /** Whether a dot stands there that would be taken for the end. */
    private static boolean isDot(byte[] message, int at) {
        return at < message.length && message[at] == '.' && (at == 0 || message[at - 1] == '\n');
    }

    private static boolean endsALine(byte[] message) {
        int end = message.length;
        return end >= LINE_END && message[end - 2] == '\r' && message[end - 1] == '\n';
    }
}
