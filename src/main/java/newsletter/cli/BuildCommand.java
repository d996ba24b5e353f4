package newsletter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import newsletter.content.Workspace;
import newsletter.pipeline.Build;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

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
final class BuildCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs.
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "ISSUE",
            description = "an issue's id or the path of its file (default: the newest)")
    private List<String> issues = List.of();

    BuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = root.settings();
        Workspace workspace = settings.workspace(surroundings, spec.commandLine());
        Build.Outcome outcome = new Build(workspace, surroundings.clock()).run(issues);
        ExitCode exit = outcome.failed() ? ExitCode.FINDINGS : ExitCode.DONE;
        new Reporter(surroundings, settings).report(outcome, workspace, exit);
        return exit.status();
    }
}
