package newsletter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import newsletter.content.Workspace;
import newsletter.pipeline.Build;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command on issues of the newsletter around: all of them find it, are told which, and report in the same way. */
abstract class IssueCommand implements Callable<Integer> {
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

    IssueCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Does it, and reports.
     *
     * @param build of the newsletter around, not run yet
     * @param names of issues; empty for the newest
     */
    abstract ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter);

    @Override
    public final Integer call() {
        Settings settings = root.settings();
        Workspace workspace = settings.workspace(surroundings, spec.commandLine());
        Build build = new Build(workspace, surroundings.clock());
        return run(build, workspace, issues, new Reporter(surroundings, settings))
                .status();
    }
}
