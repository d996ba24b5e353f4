package newsletter.preview;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Finding;

/**
 * What an issue comes to at one moment.
 *
 * @param issue the id of the issue that was asked for; the newest one's where none was; empty where there is none
 * @param editions all issues, the oldest first; empty where the settings cannot be read
 * @param good whether {@code build} would write it
 * @param findings all that {@code check} finds, sorted by place
 * @param obstacles those of them that keep {@code build} from writing
 * @param links what is known of the issue's links, in a line; empty where there is no page
 */
public record Proof(
        Optional<String> issue,
        List<Edition> editions,
        boolean good,
        List<Finding> findings,
        Set<Finding> obstacles,
        Optional<String> links) {
    /** Copies the collections. */
    public Proof {
        editions = List.copyOf(editions);
        findings = List.copyOf(findings);
        obstacles = Set.copyOf(obstacles);
    }
}
