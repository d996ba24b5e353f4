package newsletter.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import newsletter.content.Workspace;
import newsletter.pipeline.Build;
import picocli.CommandLine.ParameterException;

/** {@code newsletter send}. */
final class SendCommand extends IssueCommand {
    private final Surroundings surroundings;
    private final Option<Optional<String>> to =
            Option.of("--to", String.class, "LIST|ADDRESS", "a list of newsletter.yaml, or an e-mail address");
    private final Option<Boolean> probe =
            Option.flag("--probe", "connect to the mail server, log in, say what it is like, and send nothing");
    private final Option<Boolean> dryRun =
            Option.flag("--dry-run", "write messages into out/dry-run/, and send nothing");
    private final Option<Integer> limit =
            Option.of("--limit", 10, "N", "how many messages a dry run writes at most (default: ${DEFAULT-VALUE})");
    private final Option<Optional<Long>> yes = Option.of(
            "--yes", Long.class, "N", "do not ask: the list has N recipients, and if it has not, nothing is sent");
    private final Option<Boolean> resendUnsure = Option.flag(
            "--resend-unsure",
            "send again to those of whom it is not known whether they got it; some may get it twice");

    SendCommand(Surroundings surroundings, Settings settings) {
        super("send", surroundings, settings);
        this.surroundings = surroundings;
        Option.add(spec(), to, probe, dryRun, limit, yes, resendUnsure);
        spec().usageMessage()
                .header("Send an issue to a list, or as a test to one address.")
                .description(
                        "",
                        "A list called 'test', and an address, get the issue with [Test] in the subject. Any other list gets"
                                + " it when 'check' finds no errors, when the very same content went to the test list before,"
                                + " and when you type the list's name.",
                        "",
                        "Each recipient is written down before and after. Whatever interrupts a send, the same command goes on"
                                + " with it: nobody gets the issue twice, nobody is forgotten, and of whom it is not known"
                                + " the end tells.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  newsletter send --probe                       is the mail server set up well?",
                        "  newsletter send --to me@example.org           the newest issue, to look at",
                        "  newsletter send 2018-09 --to test             to the test list",
                        "  newsletter send 2018-09 --to members --dry-run    write the first messages into a folder, send nothing",
                        "  newsletter send 2018-09 --to members          to the list, and on with it after an interruption",
                        "  newsletter send 2018-09 --to members --yes 512    without asking, if it has 512 recipients");
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        if (probe.value()) {
            return new Introduction(surroundings, workspace, reporter).run();
        }
        String list = to.value()
                .orElseThrow(() -> new ParameterException(
                        spec().commandLine(),
                        "say where it goes with --to: a list of newsletter.yaml, or an e-mail address"));
        if (names.size() > 1) {
            throw new ParameterException(spec().commandLine(), "one issue at a time is sent, not " + names.size());
        }
        if (limit.value() < 1) {
            throw new ParameterException(spec().commandLine(), "--limit must be 1 or more, not " + limit.value());
        }
        Checked checked = Checked.of(build.draft(names));
        Dispatch.Wishes wishes = new Dispatch.Wishes(
                list,
                dryRun.value() ? OptionalLong.of(limit.value()) : OptionalLong.empty(),
                yes.value(),
                resendUnsure.value());
        return new Dispatch(surroundings, spec().commandLine(), workspace, reporter, wishes).run(checked);
    }
}
