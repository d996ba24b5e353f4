package newsletter.cli;

import java.util.List;
import newsletter.content.Workspace;
import newsletter.pipeline.Build;
import picocli.CommandLine.Command;

/** {@code newsletter build}. */
@Command(
        name = "build",
        header = "Write an issue's page, plain text, message and calendar.",
        description = {
            "",
            "Writes into out/ISSUE/: index.html, newsletter.txt and images/; newsletter.eml, the message, which a mail program"
                    + " opens as a draft; calendar.ics with the issue's dates, and calendar/ with one file for each event."
                    + " When something is wrong, says what and where, and leaves the last good output as it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsletter build              the newest issue",
            "  newsletter build 2018-09      the issue of issues/2018-09.yaml",
            "  newsletter build -C ~/news    the newest issue of another newsletter"
        })
final class BuildCommand extends IssueCommand {
    BuildCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        Build.Outcome outcome = build.run(names);
        ExitCode exit = outcome.failed() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.report(outcome, workspace, exit);
        return exit;
    }
}
