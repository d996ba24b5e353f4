package newsletter.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import newsletter.check.OutlookView;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Severity;
import newsletter.link.LinkReport;
import newsletter.pipeline.Aside;
import newsletter.pipeline.Build;
import newsletter.pipeline.Made;
import newsletter.pipeline.Workshop;
import newsletter.preview.Edition;
import newsletter.preview.Maker;
import newsletter.preview.Proof;
import newsletter.preview.Sheet;

/** Makes an issue as {@code build} would write it, with all that {@code check} finds; again and again. Thread-safe. */
final class ProofMaker implements Maker {
    private final Workshop workshop;
    private final InstantSource clock;
    private final ProofLinks links;

    ProofMaker(Workspace workspace, Surroundings surroundings) {
        this.workshop = new Workshop(workspace, surroundings.cache(workspace));
        this.clock = surroundings.clock();
        this.links = new ProofLinks(surroundings, workspace);
    }

    @Override
    public Proof make(Optional<String> issue, Optional<Set<Path>> changed, Consumer<Sheet> show) {
        Build.Draft draft = draft(issue, changed);
        Findings findings = draft.findings();
        Optional<Made> made = draft.made().stream().findFirst();
        Set<Finding> obstacles = findings.sorted().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(Collectors.toSet());
        boolean good = made.isPresent() && !findings.hasErrors();
        if (good) {
            show.accept(sheet(made.orElseThrow()));
        }
        boolean whole = Checked.isWhole(findings);
        Aside<Checked> rules = Aside.begin(() -> Checked.of(draft));
        Optional<LinkReport> report = made.filter(one -> whole).map(links::of);
        rules.result(); // Until then the findings are theirs.
        report.ifPresent(known -> findings.addAll(links.findings(made.orElseThrow(), known)));
        List<Edition> editions = draft.plans().stream()
                .map(plan -> new Edition(plan.id(), plan.title(), plan.date()))
                .toList();
        return new Proof(
                made.map(one -> one.issue().id()).or(() -> issue),
                editions,
                good,
                findings.sorted(),
                obstacles,
                report.map(LinkReport::summary));
    }

    @Override
    public void askLinks(Optional<String> issue, Tally tally) {
        draft(issue, Optional.empty()).made().stream()
                .findFirst()
                .ifPresent(made -> links.ask(made, (latest, done, total) -> tally.settled(done, total)));
    }

    /** One at a time: the workshop keeps what it has read. */
    private synchronized Build.Draft draft(Optional<String> issue, Optional<Set<Path>> changed) {
        return new Build(workshop, clock).draft(issue.map(List::of).orElse(List.of()), changed);
    }

    @Override
    public synchronized boolean isCurrent() {
        return workshop.isCurrent();
    }

    private static Sheet sheet(Made made) {
        return new Sheet(
                made.publication(),
                made.issue(),
                made.email(),
                made::files,
                () -> OutlookView.of(made.email().html()).html());
    }
}
