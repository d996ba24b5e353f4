package newsletter.message.dkim;

import java.security.MessageDigest;

/**
 * The body of a message in the form that is signed, "relaxed" (RFC 6376, 3.4.4): blanks in a row count as one, those at the end of a
 * line and empty lines at the end of the body do not count. One pass, and no copy of the body.
 */
final class RelaxedBody {
    private static final byte[] LINE_END = {'\r', '\n'};

    private final byte[] message;
    private final MessageDigest digest;
    private boolean empty = true;
    private int lineEnds;

    private RelaxedBody(byte[] message, MessageDigest digest) {
        this.message = message;
        this.digest = digest;
    }

    /**
     * Feeds a body to a digest.
     *
     * @param message lines end in CRLF
     * @param start where its body begins
     */
    static void update(MessageDigest digest, byte[] message, int start) {
        RelaxedBody body = new RelaxedBody(message, digest);
        int at = start;
        while (at < message.length) {
            int end = body.lineEnd(at);
            body.line(at, body.withoutEnd(at, end));
            at = end;
        }
        if (!body.empty) {
            digest.update(LINE_END);
        }
    }

    /** Where the next line begins. */
    private int lineEnd(int start) {
        int at = start;
        while (at < message.length && message[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, message.length);
    }

    /** Where a line ends, but for blanks and its CRLF. */
    private int withoutEnd(int start, int end) {
        int last = end;
        if (last - start >= 2 && message[last - 1] == '\n' && message[last - 2] == '\r') {
            last -= 2;
        }
        while (last > start && isBlank(message[last - 1])) {
            last--;
        }
        return last;
    }

    /** The ends of the lines before are only counted once there is something behind them. */
    private void line(int start, int end) {
        if (end > start) {
            for (; lineEnds > 0; lineEnds--) {
                digest.update(LINE_END);
            }
            words(start, end);
            empty = false;
        }
        lineEnds++;
    }

    private void words(int start, int end) {
        int from = start;
        int at = start;
        while (at < end) {
            int next = at + 1;
            if (isBlank(message[at])) {
                while (isBlank(message[next])) {
                    next++;
                }
                if (next > at + 1 || message[at] != ' ') {
                    digest.update(message, from, at - from);
                    digest.update((byte) ' ');
                    from = next;
                }
            }
            at = next;
        }
        digest.update(message, from, end - from);
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }
}
