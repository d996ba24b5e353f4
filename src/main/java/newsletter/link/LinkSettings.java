package newsletter.link;

import java.net.URI;
import java.util.Optional;
import newsletter.model.LinkPolicy;
import newsletter.model.Publication;
import newsletter.web.Limits;

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

    /** What a publication's settings say; nothing of it is offline or fresh. */
    public static LinkSettings of(Publication publication) {
        LinkPolicy policy = publication.links();
        Pace pace = new Pace(policy.connections(), policy.perHost(), policy.patience(), Limits.usual());
        return new LinkSettings(Waivers.of(policy), pace, false, false, policy.looksInside(), publication.url());
    }

    /** The same, asking nobody if so. */
    public LinkSettings offline(boolean asksNobody) {
        return new LinkSettings(waivers, pace, asksNobody, fresh, looksInside, contact);
    }

    /** The same, believing nothing of what is remembered if so. */
    public LinkSettings fresh(boolean asksAgain) {
        return new LinkSettings(waivers, pace, offline, asksAgain, looksInside, contact);
    }

    /** What we say we are: the same in every version, so that a server's keeper can make a rule for it. */
    String agent() {
        return "newsletter-link-check"
                + contact.map(uri -> " (+" + uri.toASCIIString() + ")").orElse("");
    }
}
