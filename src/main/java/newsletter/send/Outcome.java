package newsletter.send;

import java.time.Duration;

/**
 * What came of an attempt.
 */
public sealed interface Outcome {
    /** What the server answered, else what happened; for people. */
    String reply();

    /** The server took it. */
    record Accepted(String reply) implements Outcome {}

    /** Refused for good. */
    record Refused(String reply) implements Outcome {}

    /** Not now: to be tried again after a pause. */
    record Deferred(String reply, Duration pause) implements Outcome {}

    /** The connection broke after the end of the message and before an answer. */
    record Unknown(String reply) implements Outcome {}
}
