package newsletter.link;

import java.time.Duration;
import newsletter.web.Limits;

/**
 * How hard servers are asked.
 *
 * @param connections how many requests may run at once
 * @param perHost how many of them to one host; one that limits us gets fewer
 * @param patience the longest time that a host may ask us to wait
 * @param limits how long answers are waited for
 */
public record Pace(int connections, int perHost, Duration patience, Limits limits) {
    /** @throws IllegalArgumentException when a number is below 1 */
    public Pace {
        if (connections < 1 || perHost < 1) {
            throw new IllegalArgumentException("at least one connection: " + connections + ", " + perHost);
        }
    }

    /** 64 connections, 4 to a host, a minute of patience. */
    public static Pace usual() {
        return new Pace(64, 4, Duration.ofMinutes(1), Limits.usual());
    }
}
