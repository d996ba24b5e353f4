package newsletter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import newsletter.content.Workspace;
import newsletter.pipeline.Build;
import newsletter.pipeline.Workshop;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command on issues of the newsletter around: all of them find it, are told which, and report in the same way. */
abstract class IssueCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Settings settings;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PositionalParamSpec issues = PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .paramLabel("ISSUE")
            .description("an issue's id or the path of its file (default: the newest)")
            .build();

    IssueCommand(String name, Surroundings surroundings, Settings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
        spec.name(name).addPositional(issues);
    }

    /**
     * Does it, and reports.
     *
     * @param build of the newsletter around, not run yet
     * @param names of issues; empty for the newest
     */
    abstract ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter);

    final CommandSpec spec() {
        return spec;
    }

    @Override
    public final Integer call() {
        Workspace workspace = settings.workspace(surroundings, spec.commandLine());
        Build build = new Build(new Workshop(workspace, surroundings.cache(workspace)), surroundings.clock());
        return run(build, workspace, issues.getValue(), new Reporter(surroundings, settings))
                .status();
    }
}
