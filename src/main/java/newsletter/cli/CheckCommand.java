package newsletter.cli;

import java.util.List;
import newsletter.content.Workspace;
import newsletter.pipeline.Build;
import picocli.CommandLine.Command;

/** {@code newsletter check}. */
@Command(
        name = "check",
        header = "Say all that is wrong with an issue, and write nothing.",
        description = {
            "",
            "Looks for what 'build' looks for, and for what breaks in mail programs, keeps people from reading or makes a message"
                    + " look like junk. Each finding points at the line of the entry, the issue or the template to correct.",
            "",
            "Exits with 1 where there is an error; warnings alone are no failure."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsletter check                     the newest issue",
            "  newsletter check 2018-09             the issue of issues/2018-09.yaml",
            "  newsletter check -q                  errors only",
            "  newsletter check --format github     annotations on a merge request"
        })
final class CheckCommand extends IssueCommand {
    CheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        Checked checked = Checked.of(build.draft(names));
        ExitCode exit = checked.hasErrors() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.report(checked, exit);
        return exit;
    }
}
