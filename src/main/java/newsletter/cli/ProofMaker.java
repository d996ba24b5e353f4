package newsletter.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import newsletter.check.OutlookView;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Severity;
import newsletter.pipeline.Build;
import newsletter.pipeline.Workshop;
import newsletter.preview.Edition;
import newsletter.preview.Proof;
import newsletter.preview.Sheet;

/** Makes an issue as {@code build} would write it, with all that {@code check} finds; again and again. Not thread-safe. */
final class ProofMaker {
    private final Workshop workshop;
    private final InstantSource clock;

    ProofMaker(Workspace workspace, InstantSource clock) {
        this.workshop = new Workshop(workspace);
        this.clock = clock;
    }

    /** @param issue its id; empty for the newest */
    Proof make(Optional<String> issue) {
        Build.Draft draft = new Build(workshop, clock).draft(issue.map(List::of).orElse(List.of()));
        Findings findings = draft.findings();
        Optional<Sheet> sheet = findings.hasErrors()
                ? Optional.empty()
                : draft.made().stream().findFirst().map(ProofMaker::sheet);
        Set<Finding> obstacles = findings.sorted().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(Collectors.toSet());
        List<Finding> found = Checked.of(draft).findings();
        List<Edition> editions = draft.plans().stream()
                .map(plan -> new Edition(plan.id(), plan.title(), plan.date()))
                .toList();
        Optional<String> made =
                draft.made().stream().findFirst().map(one -> one.issue().id());
        return new Proof(made.or(() -> issue), editions, sheet, found, obstacles);
    }

    private static Sheet sheet(Build.Made made) {
        return new Sheet(
                made.publication(),
                made.issue(),
                made.email(),
                made.files(),
                OutlookView.of(made.email().html()).html());
    }
}
