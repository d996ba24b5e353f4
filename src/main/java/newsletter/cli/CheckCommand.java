package newsletter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.pipeline.Build;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsletter check}. */
@Command(
        name = CheckCommand.NAME,
        addMethodSubcommands = false,
        header = "Say all that is wrong with an issue, and write nothing.",
        description = {
            "",
            "Looks for what 'build' looks for, and for what breaks in mail programs, keeps people from reading or makes a message"
                    + " look like junk. Then asks the servers behind all links whether they still lead somewhere. Each finding"
                    + " points at the line of the entry, the issue or the template to correct.",
            "",
            "Exits with 1 where there is an error; warnings alone are no failure."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsletter check                     the newest issue",
            "  newsletter check 2018-09             the issue of issues/2018-09.yaml",
            "  newsletter check -q                  errors only",
            "  newsletter check --offline           all that can be said without a network",
            "  newsletter check --fresh             every link again, before the issue goes out",
            "  newsletter check --fix-moved         write the new addresses of links that moved",
            "  newsletter check --since main        only the links of this branch",
            "  newsletter check --report links.html what became of every link, to pass on",
            "  newsletter check --format github     annotations on a merge request"
        })
final class CheckCommand extends IssueCommand {
    static final String NAME = "check";

    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs.
    private LinkOptions links;

    CheckCommand(Surroundings surroundings) {
        super(surroundings);
        this.surroundings = surroundings;
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        Build.Draft draft = build.draft(names);
        boolean whole = Checked.isWhole(draft);
        Aside<Checked> rules = Aside.begin(() -> Checked.of(draft));
        List<Finding> ofLinks = new ArrayList<>();
        Optional<LinkInspection.Result> inspected = Optional.empty();
        if (whole && !draft.made().isEmpty()) {
            inspected = new LinkInspection(surroundings, workspace, links, reporter.showsProgress())
                    .run(draft.made(), ofLinks);
        }
        rules.result();
        draft.findings().addAll(ofLinks);
        Checked checked = new Checked(draft.made(), draft.findings().sorted(), whole, inspected);
        ExitCode exit = checked.hasErrors() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.report(checked, exit);
        return exit;
    }
}
