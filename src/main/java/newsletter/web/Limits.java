package newsletter.web;

import java.time.Duration;

/**
 * How long a server is waited for, and how much of an answer is read.
 *
 * @param connect until a connection stands, with its encryption
 * @param head from there until the answer's head is whole
 * @param body from there until the body is; what has come by then is kept
 * @param bodyBytes how much of a body is read, after it is unpacked
 */
public record Limits(Duration connect, Duration head, Duration body, int bodyBytes) {
    /** 10, 20 and 10 seconds; half a megabyte: places and titles stand before that, and many pages are read at once. */
    public static Limits usual() {
        return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(10), 1 << 19);
    }
}
