package newsletter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.pipeline.AllIssues;
import newsletter.pipeline.Aside;
import newsletter.pipeline.Build;
import newsletter.pipeline.Extent;
import picocli.CommandLine.ParameterException;

/** {@code newsletter check}. */
final class CheckCommand extends IssueCommand {
    private final Surroundings surroundings;
    private final Option<Boolean> all = Option.flag("--all", "check every issue, and each link once");
    private final LinkOptions links = new LinkOptions();

    CheckCommand(Surroundings surroundings, Settings settings) {
        super("check", surroundings, settings);
        this.surroundings = surroundings;
        Option.add(spec(), all);
        links.addTo(spec());
        spec().usageMessage()
                .header("Say all that is wrong with an issue, and write nothing.")
                .description(
                        "",
                        "Looks for what 'build' looks for, and for what breaks in mail programs, keeps people from reading or"
                                + " makes a message look like junk. Then asks the servers behind all links whether they still"
                                + " lead somewhere. Each finding points at the line of the entry, the issue or the template"
                                + " to correct.",
                        "",
                        "Exits with 1 where there is an error; warnings alone are no failure.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  newsletter check                     the newest issue",
                        "  newsletter check 2018-09             the issue of issues/2018-09.yaml",
                        "  newsletter check --all               every issue, for example each night",
                        "  newsletter check -q                  errors only",
                        "  newsletter check --offline           all that can be said without a network",
                        "  newsletter check --fresh             every link again, before the issue goes out",
                        "  newsletter check --fix-moved         write the new addresses of links that moved",
                        "  newsletter check --since main        only the links of this branch",
                        "  newsletter check --report links.html what became of every link, to pass on",
                        "  newsletter check --format github     annotations on a merge request");
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        CheckReport report =
                all.value() ? ofAll(workspace, names, reporter) : ofSome(build.draft(names), workspace, reporter);
        ExitCode exit = report.hasErrors() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.report(report, exit);
        return exit;
    }

    /** Servers are asked while the rules are looked at. */
    private CheckReport ofSome(Build.Draft draft, Workspace workspace, Reporter reporter) {
        boolean whole = Checked.isWhole(draft.findings());
        Aside<Checked> rules = Aside.begin(() -> Checked.of(draft));
        List<Inspected> issues = draft.made().stream().map(Inspected::of).toList();
        List<Finding> ofLinks = new ArrayList<>();
        Optional<LinkInspection.Result> inspected = inspect(issues, whole, ofLinks, workspace, reporter);
        rules.result();
        draft.findings().addAll(ofLinks);
        return new CheckReport(extents(issues), draft.findings().sorted(), whole, inspected);
    }

    private CheckReport ofAll(Workspace workspace, List<String> names, Reporter reporter) {
        if (!names.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "'--all' checks every issue: leave out '" + names.get(0) + "'");
        }
        AllIssues.Outcome<Optional<Inspected>> outcome = look(workspace, reporter);
        List<Inspected> issues =
                outcome.results().stream().flatMap(Optional::stream).toList();
        boolean whole = !issues.isEmpty() || outcome.results().isEmpty();
        List<Finding> ofLinks = new ArrayList<>();
        Optional<LinkInspection.Result> inspected = inspect(issues, whole, ofLinks, workspace, reporter);
        List<Finding> findings = Stream.concat(outcome.findings().stream(), ofLinks.stream())
                .distinct()
                .sorted()
                .toList();
        return new CheckReport(extents(issues), findings, whole, inspected);
    }

    /** Looks at every issue; of one whose page is not whole nothing is kept. */
    private AllIssues.Outcome<Optional<Inspected>> look(Workspace workspace, Reporter reporter) {
        try (IssueProgress progress = new IssueProgress(surroundings, reporter.showsProgress())) {
            return new AllIssues(workspace, surroundings.cache(workspace), surroundings.clock(), progress)
                    .each((made, findings, sound) -> {
                        if (!Checked.isWhole(findings)) {
                            return Optional.empty();
                        }
                        Checked.look(made, findings);
                        return Optional.of(Inspected.of(made));
                    });
        }
    }

    private Optional<LinkInspection.Result> inspect(
            List<Inspected> issues, boolean whole, List<Finding> findings, Workspace workspace, Reporter reporter) {
        return whole && !issues.isEmpty()
                ? new LinkInspection(surroundings, workspace, links, reporter.showsProgress()).run(issues, findings)
                : Optional.empty();
    }

    private static List<Extent> extents(List<Inspected> issues) {
        return issues.stream().map(Inspected::extent).toList();
    }
}
