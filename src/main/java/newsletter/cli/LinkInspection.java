package newsletter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import newsletter.content.Workspace;
import newsletter.finding.Code;
import newsletter.finding.Failure;
import newsletter.finding.Finding;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.link.Link;
import newsletter.link.LinkCheck;
import newsletter.link.LinkFindings;
import newsletter.link.LinkMemory;
import newsletter.link.LinkPage;
import newsletter.link.LinkReport;
import newsletter.link.LinkSettings;
import newsletter.link.MovedLinks;
import newsletter.link.Pause;
import newsletter.link.Progress;
import newsletter.model.Publication;

/** The half of a check that asks the servers behind the links. */
final class LinkInspection {
    /** Where verdicts are remembered, below the workspace. */
    static final String MEMORY = ".newsletter/links";

    private final Surroundings surroundings;
    private final Workspace workspace;
    private final LinkOptions options;
    private final boolean showsProgress;

    /** @param showsProgress whether a person watches stderr */
    LinkInspection(Surroundings surroundings, Workspace workspace, LinkOptions options, boolean showsProgress) {
        this.surroundings = surroundings;
        this.workspace = workspace;
        this.options = options;
        this.showsProgress = showsProgress;
    }

    /**
     * What an inspection came to.
     *
     * @param changes what was written into the files of the workspace
     */
    record Result(LinkReport report, List<MovedLinks.Change> changes) {
        /** Copies the list. */
        Result {
            changes = List.copyOf(changes);
        }

        /** Without the moved links that stand right now wherever they are written. */
        private LinkReport left() {
            Set<Location> mended =
                    changes.stream().map(MovedLinks.Change::at).collect(Collectors.toCollection(HashSet::new));
            return new LinkReport(
                    report.checked().stream()
                            .filter(checked -> !mended.containsAll(checked.places()))
                            .toList(),
                    report.memoryDamage());
        }
    }

    /**
     * Judges the links of issues, each address once.
     *
     * @param issues at least one
     * @param findings where what is wrong with their links goes
     * @return nothing when it is not known which links are to be asked
     */
    Optional<Result> run(List<Inspected> issues, Collection<Finding> findings) {
        Publication publication = issues.get(0).publication();
        Clock clock = surroundings.clock().withZone(publication.timezone());
        LinkSettings settings =
                LinkSettings.of(publication).offline(options.offline()).fresh(options.fresh());
        Optional<List<Link>> links =
                chosen(issues.stream().flatMap(issue -> issue.links().stream()).toList(), findings);
        if (links.isEmpty()) {
            return Optional.empty();
        }
        LinkReport report = ask(links.get(), settings, clock);
        List<MovedLinks.Change> changes =
                options.fixesMoved() ? new MovedLinkFiles(workspace).rewrite(report) : List.of();
        Result result = new Result(report, changes);
        findings.addAll(new LinkFindings(settings.waivers(), LocalDate.now(clock)).of(result.left()));
        options.page()
                .ifPresent(file -> write(
                        surroundings.folder().resolve(file), page(issues, clock).of(report)));
        return Optional.of(result);
    }

    private LinkReport ask(List<Link> links, LinkSettings settings, Clock clock) {
        LinkMemory memory = LinkMemory.open(workspace.resolve(MEMORY), clock);
        LinkCheck check = new LinkCheck(settings, surroundings.network(), memory, clock, Pause.real());
        if (!showsProgress) {
            return check.run(links, Set.of(), Progress.none());
        }
        try (ProgressLine progress = new ProgressLine(surroundings.err(), clock)) {
            return check.run(links, Set.of(), progress);
        }
    }

    /** All of them, or those in lines that have changed. */
    private Optional<List<Link>> chosen(List<Link> links, Collection<Finding> findings) {
        if (options.since().isEmpty()) {
            return Optional.of(links);
        }
        try {
            ChangedLines changed =
                    new History(workspace.root(), "git").since(options.since().get());
            return Optional.of(links.stream()
                    .filter(link -> link.places().stream().anyMatch(changed::has))
                    .toList());
        } catch (History.UnknownException e) {
            Location settings = new Source(Workspace.SETTINGS, "").start();
            findings.add(new Finding(Code.UNKNOWN_COMMIT, settings, String.valueOf(e.getMessage()), e.hint()));
            return Optional.empty();
        }
    }

    private static LinkPage page(List<Inspected> issues, Clock clock) {
        String titles = issues.stream().map(Inspected::title).collect(Collectors.joining(", "));
        return new LinkPage(issues.get(0).publication().name() + ", " + titles, ZonedDateTime.now(clock));
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new Failure("cannot write " + file + ": look at its folder and its permissions", e);
        }
    }
}
