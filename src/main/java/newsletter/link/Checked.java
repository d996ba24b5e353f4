package newsletter.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * What a check came to for one address, however often it is written.
 *
 * @param address in its one spelling, or as written where it has none
 * @param links all that lead there
 * @param rule by what the verdict was reached
 * @param status what the server answered last, when one was asked
 * @param chain the redirects on the way, in order
 * @param took how long the servers took, all requests together
 * @param host whom the address names; empty for what is not on the web
 * @param remembered when it was found, if that was in an earlier check
 */
public record Checked(
        String address,
        List<Link> links,
        Verdict verdict,
        Rule rule,
        Optional<Integer> status,
        List<Hop> chain,
        Duration took,
        String host,
        Optional<Instant> remembered) {
    /** Copies the lists. */
    public Checked {
        links = List.copyOf(links);
        chain = List.copyOf(chain);
    }

    /** The same of an address that is written elsewhere. */
    Checked of(List<Link> others) {
        return new Checked(address, others, verdict, rule, status, chain, took, host, remembered);
    }

    /** Every place where it is written, sorted, each once. */
    public List<Location> places() {
        return links.stream()
                .flatMap(link -> link.places().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
