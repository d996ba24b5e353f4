package newsletter.link;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import newsletter.web.Trouble;
import newsletter.web.WebClient;

/**
 * Whether there is a network at all. Without one every host is "not there", and a check that believed it would call every link
 * broken. Thread-safe.
 */
final class Outlook {
    /** So many hosts do not all go down at once. */
    private static final int ENOUGH = 3;

    private final WebClient client;
    private final Set<String> inside;
    private final Set<String> silent = new HashSet<>();
    private boolean heard;
    private Optional<Boolean> dark = Optional.empty();

    /** @param inside hosts whose answers say nothing about the world outside */
    Outlook(WebClient client, Set<String> inside) {
        this.client = client;
        this.inside = Set.copyOf(inside);
    }

    /** A host answered, whatever it said. */
    synchronized void heard(String host) {
        heard |= !inside.contains(host);
    }

    /** A host did not answer. */
    synchronized void silent(String host, Trouble trouble) {
        if (trouble == Trouble.NO_CONNECTION || trouble == Trouble.NO_PROXY || trouble == Trouble.NO_DIRECTORY) {
            silent.add(host);
        }
    }

    /** What a visit that failed came to, when that is no fault of its host. */
    synchronized Optional<Outcome> verdict(Visit visit) {
        boolean outside = !inside.contains(visit.at().host().name());
        return visit.isUnanswered() && outside && isDark()
                ? Optional.of(Outcome.bad(Rule.NO_NETWORK, "there is no network"))
                : Optional.empty();
    }

    private boolean isDark() {
        if (dark.isEmpty()) {
            dark = Optional.of(!heard && (silent.size() >= ENOUGH || !client.reachesTheInternet()));
        }
        return dark.get();
    }
}
