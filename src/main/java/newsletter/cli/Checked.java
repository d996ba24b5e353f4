package newsletter.cli;

import java.util.List;
import java.util.Optional;
import newsletter.finding.Finding;
import newsletter.pipeline.Build;

/**
 * What a check came to.
 *
 * @param issues those that were looked at
 * @param findings sorted by place
 * @param whole whether their pages could be looked at, and not only what they are made of
 * @param links what became of their links, if they were looked at
 */
record Checked(List<Build.Made> issues, List<Finding> findings, boolean whole, Optional<LinkInspection.Result> links) {
    /** Copies the lists. */
    Checked {
        issues = List.copyOf(issues);
        findings = List.copyOf(findings);
    }
}
