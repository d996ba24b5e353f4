package newsletter.link;

import java.net.URI;
import java.util.Optional;

/**
 * How links are checked.
 *
 * @param waivers what editors said of single links
 * @param offline whether to ask nobody
 * @param fresh whether to ask again what is remembered
 * @param looksInside whether pages that answer are read too, for those that say that they are gone
 * @param contact the publication's own address, for the people whose servers are asked
 */
public record LinkSettings(
        Waivers waivers, Pace pace, boolean offline, boolean fresh, boolean looksInside, Optional<URI> contact) {
    /** No waivers, the usual pace; what is remembered is believed. */
    public static LinkSettings usual() {
        return new LinkSettings(Waivers.none(), Pace.usual(), false, false, true, Optional.empty());
    }

    /** What we say we are: the same in every version, so that a server's keeper can make a rule for it. */
    String agent() {
        return "newsletter-link-check"
                + contact.map(uri -> " (+" + uri.toASCIIString() + ")").orElse("");
    }
}
