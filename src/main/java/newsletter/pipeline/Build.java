package newsletter.pipeline;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsletter.cache.CacheFile;
import newsletter.content.IssueComposer;
import newsletter.content.Library;
import newsletter.content.Workspace;
import newsletter.email.Email;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.model.Issue;
import newsletter.model.IssuePlan;
import newsletter.model.Page;
import newsletter.model.Publication;

/**
 * Files → {@link Library} → {@link Issue} → {@link Page} → {@link Email} → output. Every stage runs as far as it can, so that
 * all findings come at once; with an error among them nothing is written.
 */
public final class Build {
    private final Workspace workspace;
    private final Workshop workshop;
    private final InstantSource clock;
    private final Findings findings = new Findings();

    /**
     * One build of a workspace.
     *
     * @param clock tells when messages are written; nothing else depends on it
     */
    public Build(Workspace workspace, InstantSource clock) {
        this(new Workshop(workspace, CacheFile.none()), clock);
    }

    /**
     * One build of a workspace that may have been built before.
     *
     * @param clock tells when messages are written; nothing else depends on it
     */
    public Build(Workshop workshop, InstantSource clock) {
        this.workspace = workshop.workspace();
        this.workshop = workshop;
        this.clock = clock;
    }

    /**
     * What a build came to.
     *
     * @param issues those that were written; none when there is an error among the findings
     * @param findings sorted by place
     */
    public record Outcome(List<Built> issues, List<Finding> findings, boolean failed) {
        /** Copies the lists. */
        public Outcome {
            issues = List.copyOf(issues);
            findings = List.copyOf(findings);
        }
    }

    /**
     * What there is before anything is written.
     *
     * @param plans all issues that there are, the oldest first
     * @param made the issues that were asked for, as good as they can be made
     * @param findings those of all stages; more may be added
     */
    public record Draft(List<IssuePlan> plans, List<Made> made, Findings findings) {
        /** Copies the lists. */
        public Draft {
            plans = List.copyOf(plans);
            made = List.copyOf(made);
        }
    }

    /**
     * Makes issues without writing them.
     *
     * @param names ids or paths of files; empty for the newest issue
     */
    public Draft draft(List<String> names) {
        return draft(names, Optional.empty());
    }

    /**
     * Makes issues without writing them.
     *
     * @param names ids or paths of files; empty for the newest issue
     * @param changed all files of the workspace that have changed since the last build, and perhaps others; empty when it may be
     *     any
     */
    public Draft draft(List<String> names, Optional<Set<Path>> changed) {
        try {
            Optional<Library> library = workshop.library(changed, findings);
            return new Draft(
                    library.map(Library::issues).orElse(List.of()),
                    library.map(read -> make(read, names)).orElse(List.of()),
                    findings);
        } finally {
            workshop.closeCache();
        }
    }

    /**
     * Builds issues.
     *
     * @param names ids or paths of files; empty for the newest issue
     * @throws newsletter.finding.Failure when the output cannot be written
     */
    public Outcome run(List<String> names) {
        List<Made> made = draft(names).made();
        boolean failed = findings.hasErrors();
        List<Built> built = failed ? List.of() : write(made);
        return new Outcome(built, findings.sorted(), failed);
    }

    private List<Made> make(Library library, List<String> names) {
        List<IssuePlan> plans = library.issues(names, findings);
        IssueComposer composer = new IssueComposer(workspace, library, findings);
        List<Issue> issues = plans.stream().map(composer::compose).toList();
        Publication publication = library.publication();
        Workbench workbench = new Workbench(
                publication,
                workshop.renderer(publication).reportingTo(findings),
                workshop.maker(publication).reportingTo(findings),
                clock.instant(),
                findings);
        workshop.keepParsed();
        return issues.stream()
                .map(issue -> workbench.make(issue, !findings.hasErrors()))
                .toList();
    }

    private List<Built> write(List<Made> made) {
        Output output = new Output(workspace.resolve(Workspace.OUTPUT));
        return made.stream().map(one -> write(one, output)).toList();
    }

    static Built write(Made made, Output output) {
        List<Output.File> files = new ArrayList<>();
        made.files().forEach((path, bytes) -> files.add(new Output.File(path, bytes)));
        return new Built(made.extent(), output.write(made.issue().id(), files).resolve(Made.PAGE));
    }
}
