package newsletter.link;

import java.util.List;
import newsletter.finding.Location;

/**
 * An address that editors wrote.
 *
 * @param address as it stands in their files: a web address, {@code mailto:}, {@code tel:}, or {@code #} and a name within the page
 * @param kind what it is for
 * @param places where it stands, at least one
 */
public record Link(String address, Kind kind, List<Location> places) {
    /** What a link is for. */
    public enum Kind {
        /** Something to open. */
        PAGE,
        /** A picture shown in the page. */
        PICTURE,
        /** A film behind a picture. */
        VIDEO,
        /** A calendar file. */
        CALENDAR,
        /** The issue's own page and what lies beside it: it is there when the issue is published, and not requested before. */
        OWN,
        /** Unsubscribing or changing preferences: opening it acts, so it is never requested. */
        UNSUBSCRIBE
    }

    /**
     * Copies the places.
     *
     * @throws IllegalArgumentException when there are none
     */
    public Link {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a link stands somewhere: " + address);
        }
    }
}
