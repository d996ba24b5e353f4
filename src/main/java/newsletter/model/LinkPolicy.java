package newsletter.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import newsletter.finding.Location;

/**
 * What the settings say of how links are checked.
 *
 * @param allow hosts that may be private, by name or number
 * @param ignore addresses that are not asked; {@code *} stands for anything
 * @param seen addresses that a person has opened
 * @param notBefore addresses that go live later
 * @param looksInside whether pages are read too, for those that say that they are gone
 * @param connections how many requests may run at once
 * @param perHost how many of them to one host
 * @param patience the longest time that a host may ask us to wait
 */
public record LinkPolicy(
        List<String> allow,
        List<String> ignore,
        List<Seen> seen,
        List<NotBefore> notBefore,
        boolean looksInside,
        int connections,
        int perHost,
        Duration patience) {
    /** Copies the lists. */
    public LinkPolicy {
        allow = List.copyOf(allow);
        ignore = List.copyOf(ignore);
        seen = List.copyOf(seen);
        notBefore = List.copyOf(notBefore);
    }

    /** Nothing said of any link; 64 connections, 4 to a host, a minute of patience. */
    public static LinkPolicy usual() {
        return new LinkPolicy(List.of(), List.of(), List.of(), List.of(), true, 64, 4, Duration.ofMinutes(1));
    }

    /**
     * A person opened a link, and it works.
     *
     * @param by the person
     * @param at where that is written
     */
    public record Seen(String address, String by, LocalDate date, Location at) {}

    /**
     * Links that go live later.
     *
     * @param address {@code *} in it stands for anything
     * @param date the first day on which they are asked
     */
    public record NotBefore(String address, LocalDate date) {}
}
