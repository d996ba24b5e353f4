package newsletter.cli;

import java.util.List;
import java.util.Optional;
import newsletter.content.Library;
import newsletter.content.Sending;
import newsletter.content.Workspace;
import newsletter.finding.Findings;
import newsletter.model.Database;
import newsletter.model.IssuePlan;
import newsletter.pipeline.Build;
import newsletter.send.Ledger;
import picocli.CommandLine.ParameterException;

/** {@code newsletter deliveries}. */
final class DeliveriesCommand extends IssueCommand {
    private final Surroundings surroundings;
    private final Option<Boolean> each =
            Option.flag("--each", "every delivery, with its state and the server's answer");

    DeliveriesCommand(Surroundings surroundings, Settings settings) {
        super("deliveries", surroundings, settings);
        this.surroundings = surroundings;
        Option.add(spec(), each);
        spec().usageMessage()
                .header("Say to whom an issue was sent, and to whom not.")
                .description(
                        "",
                        "For each list: how many messages the mail server took (sent), refused for good (failed), or may have"
                                + " taken (unsure), and how many are still to be sent (waiting). Works while the issue is"
                                + " being sent.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  newsletter deliveries 2018-09                       how many, by list",
                        "  newsletter deliveries 2018-09 --each                everybody, with the server's answer",
                        "  newsletter deliveries 2018-09 --each --format csv   the same for a spreadsheet");
    }

    @Override
    ExitCode run(Build build, Workspace workspace, List<String> names, Reporter reporter) {
        if (names.size() > 1) {
            throw new ParameterException(spec().commandLine(), "one issue at a time, not " + names.size());
        }
        Findings findings = new Findings();
        Optional<IssuePlan> issue = Library.read(workspace, findings)
                .flatMap(library -> library.issues(names, findings).stream().findFirst());
        if (issue.isEmpty()) {
            reporter.report(findings.sorted(), ExitCode.FINDINGS);
            return ExitCode.FINDINGS;
        }
        Optional<Database> database =
                Sending.read(workspace, surroundings.environment(), findings).flatMap(Sending::ledger);
        show(workspace, database, issue.get().id(), reporter);
        return ExitCode.DONE;
    }

    private void show(Workspace workspace, Optional<Database> database, String issue, Reporter reporter) {
        Optional<Ledger> opened = database.isPresent()
                ? Optional.of(Shipment.ledger(workspace, database))
                : Ledger.look(workspace.resolve(Shipment.LEDGER));
        if (opened.isEmpty()) {
            reporter.show(new DeliveryReport(issue, List.of(), each.value()));
            return;
        }
        try (Ledger ledger = opened.get()) {
            List<DeliveryReport.Send> sends = ledger.sends(issue).stream()
                    .map(send -> new DeliveryReport.Send(send, ledger.mailing(send)))
                    .toList();
            reporter.show(new DeliveryReport(issue, sends, each.value()));
        }
    }
}
