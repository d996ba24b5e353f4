package newsletter.send;

import java.time.Duration;
import java.util.List;

/**
 * How a send deals with what does not work at once.
 *
 * @param pauses before each further attempt at a recipient; used up, the recipient has failed
 * @param connecting before each further attempt to reach the server; used up, the send stops
 * @param failuresInARow how many recipients in a row may be refused for good before the send stops: the mistake is ours then,
 *     and going on would only cost our reputation with the server
 */
public record Patience(List<Duration> pauses, List<Duration> connecting, int failuresInARow) {
    /** Grows from a minute to half an hour, as greylisting servers want it (RFC 6647, 4.1 suggests minutes). */
    public static final Patience USUAL = new Patience(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30)),
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1)),
            20);

    /** Copies the lists. */
    public Patience {
        pauses = List.copyOf(pauses);
        connecting = List.copyOf(connecting);
    }
}
