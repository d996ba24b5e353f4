package newsletter.cli;

import java.util.List;
import java.util.Set;
import newsletter.check.EmailRules;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Severity;
import newsletter.pipeline.Build;
import newsletter.pipeline.Made;

/**
 * What a check came to.
 *
 * @param issues those that were looked at
 * @param findings sorted by place
 * @param whole whether their pages could be looked at, and not only what they are made of
 */
record Checked(List<Made> issues, List<Finding> findings, boolean whole) {
    /** With one of these a page is not whole, and breaks rules that it would keep. */
    private static final Set<Code> BROKEN_PAGE = Set.of(Code.TEMPLATE_SYNTAX, Code.TEMPLATE_ERROR, Code.UNKNOWN_LAYOUT);

    /** Copies the lists. */
    Checked {
        issues = List.copyOf(issues);
        findings = List.copyOf(findings);
    }

    /** Looks at issues by all rules for what we send; their links are not asked. */
    static Checked of(Build.Draft draft) {
        Findings findings = draft.findings();
        boolean whole = isWhole(findings);
        if (whole) {
            draft.made().forEach(made -> look(made, findings));
        }
        return new Checked(draft.made(), findings.sorted(), whole);
    }

    /** Looks at one issue, whose page has to be whole. */
    static void look(Made made, Findings findings) {
        EmailRules.check(made.publication(), made.issue(), made.email(), findings);
    }

    /** Whether pages can be looked at that were made with these findings. */
    static boolean isWhole(Findings findings) {
        return findings.sorted().stream().noneMatch(finding -> BROKEN_PAGE.contains(finding.code()));
    }

    /** Whether an error is among the findings. */
    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
