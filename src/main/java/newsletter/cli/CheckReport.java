package newsletter.cli;

import java.util.List;
import java.util.Optional;
import newsletter.finding.Finding;
import newsletter.finding.Severity;
import newsletter.pipeline.Extent;

/**
 * What a check came to, as it is told.
 *
 * @param issues those that were looked at
 * @param findings sorted by place
 * @param whole whether pages could be looked at, and not only what they are made of
 * @param links what became of their links, if they were looked at
 */
record CheckReport(List<Extent> issues, List<Finding> findings, boolean whole, Optional<LinkInspection.Result> links) {
    /** Copies the lists. */
    CheckReport {
        issues = List.copyOf(issues);
        findings = List.copyOf(findings);
    }

    /** Whether an error is among the findings. */
    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
