package newsletter.cli;

import java.util.List;
import newsletter.content.Workspace;
import newsletter.pipeline.AllIssues;
import newsletter.pipeline.Build;
import picocli.CommandLine.ParameterException;

/** {@code newsletter build}. */
final class BuildCommand extends IssueCommand {
    private final Surroundings surroundings;
    private final Option<Boolean> all = Option.flag("--all", "build every issue");

    BuildCommand(Surroundings surroundings, Settings settings) {
        super("build", surroundings, settings);
        this.surroundings = surroundings;
        Option.add(spec(), all);
        spec().usageMessage()
                .header("Write an issue's page, plain text, message and calendar.")
                .description(
                        "",
                        "Writes into out/ISSUE/: index.html, newsletter.txt and images/; newsletter.eml, the message, which a"
                                + " mail program opens as a draft; calendar.ics with the issue's dates, and calendar/ with"
                                + " one file for each event. When something is wrong, says what and where, and leaves the"
                                + " last good output as it is.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  newsletter build              the newest issue",
                        "  newsletter build 2018-09      the issue of issues/2018-09.yaml",
                        "  newsletter build --all        every issue, each that has no errors",
                        "  newsletter build -C ~/news    the newest issue of another newsletter");
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        if (all.value()) {
            return runAll(workspace, names, reporter);
        }
        Build.Outcome outcome = build.run(names);
        ExitCode exit = outcome.failed() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.report(outcome, workspace, exit);
        return exit;
    }

    private ExitCode runAll(Workspace workspace, List<String> names, Reporter reporter) {
        if (!names.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "'--all' builds every issue: leave out '" + names.get(0) + "'");
        }
        Build.Outcome outcome = buildAll(workspace, reporter);
        ExitCode exit = outcome.failed() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.reportAll(outcome, workspace, exit);
        return exit;
    }

    private Build.Outcome buildAll(Workspace workspace, Reporter reporter) {
        try (IssueProgress progress = new IssueProgress(surroundings, reporter.showsProgress())) {
            return new AllIssues(workspace, surroundings.cache(workspace), surroundings.clock(), progress).build();
        }
    }
}
