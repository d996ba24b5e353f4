package newsletter.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import newsletter.content.EmailAddress;
import newsletter.content.Sending;
import newsletter.content.Workspace;
import newsletter.finding.Findings;
import newsletter.finding.Suggestion;
import newsletter.message.dkim.DkimSigner;
import newsletter.model.MailServer;
import newsletter.model.MailingList;
import newsletter.model.Recipient;
import newsletter.send.Composition;
import newsletter.send.Signing;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One {@code newsletter send}: from what was asked for, past the guards, to the mail server. */
final class Dispatch {
    private final Surroundings surroundings;
    private final CommandLine command;
    private final Workspace workspace;
    private final Reporter reporter;
    private final Wishes wishes;
    private final Findings findings = new Findings();

    /**
     * What was asked for.
     *
     * @param to a list or an address
     * @param dryRun how many messages to write at most, where none is to be sent
     * @param yes how many recipients there must be, where nobody is to be asked
     */
    record Wishes(String to, OptionalLong dryRun, Optional<Long> yes, boolean resendUnsure) {}

    Dispatch(Surroundings surroundings, CommandLine command, Workspace workspace, Reporter reporter, Wishes wishes) {
        this.surroundings = surroundings;
        this.command = command;
        this.workspace = workspace;
        this.reporter = reporter;
        this.wishes = wishes;
    }

    /** Sends the issue that was checked, or says why not. */
    ExitCode run(Checked checked) {
        findings.addAll(checked.findings());
        try {
            return send(checked);
        } catch (Refused e) {
            reporter.report(findings.sorted(), ExitCode.FINDINGS);
            surroundings.err().println("newsletter: nothing was sent: " + e.getMessage());
            return ExitCode.FINDINGS;
        }
    }

    private ExitCode send(Checked checked) throws Refused {
        Outgoing outgoing = checked.issues().stream()
                .findFirst()
                .flatMap(Outgoing::of)
                .orElseThrow(() -> new Refused(
                        findings.hasErrors()
                                ? "correct the errors first"
                                : "write into " + Workspace.SETTINGS
                                        + " who sends it, as 'sender: {name: …, email: …}'"));
        Sending sending = Sending.read(workspace, surroundings.environment(), findings)
                .orElseThrow(() -> new Refused("correct the errors first"));
        Target target = target(sending, outgoing);
        if (checked.hasErrors() && !target.isTest()) {
            throw new Refused("readers get what 'newsletter check' finds no errors in: correct them first");
        }
        Composition composition = signed(composition(outgoing, target), sending, outgoing);
        Survey survey = survey(target, outgoing, composition);
        return wishes.dryRun().isPresent()
                ? write(target, outgoing, composition, survey)
                : new Shipment(surroundings, workspace, reporter, findings, wishes)
                        .send(outgoing, target, composition, survey, server(sending), sending.ledger());
    }

    private Composition composition(Outgoing outgoing, Target target) {
        return new Composition(
                outgoing.id(),
                outgoing.letter(),
                outgoing.publication(),
                outgoing.sender(),
                target.list(),
                target.isTest(),
                surroundings.clock());
    }

    private Composition signed(Composition composition, Sending sending, Outgoing outgoing) throws Refused {
        Findings problems = new Findings();
        Optional<DkimSigner> signer =
                sending.dkim(Optional.of(outgoing.sender())).flatMap(key -> Signing.with(key, problems));
        findings.addAll(problems.sorted());
        if (sending.signs() && signer.isEmpty()) {
            throw new Refused("messages are to be signed: correct 'dkim' in " + Workspace.SETTINGS + " first");
        }
        return signer.map(composition::signedBy).orElse(composition);
    }

    private Target target(Sending sending, Outgoing outgoing) throws Refused {
        String to = wishes.to();
        List<String> lists = sending.lists();
        if (!lists.contains(to) && EmailAddress.isOne(to)) {
            return new Target(to, Optional.empty());
        }
        if (!lists.contains(to)) {
            throw new ParameterException(
                    command,
                    "'" + to + "' is neither an address nor a list of " + Workspace.SETTINGS + ": "
                            + Suggestion.hint(to, lists, "lists"));
        }
        MailingList list = sending.list(to, Optional.of(outgoing.sender()))
                .orElseThrow(() -> new Refused("correct the list '" + to + "' in " + Workspace.SETTINGS + " first"));
        return new Target(to, Optional.of(list));
    }

    private Survey survey(Target target, Outgoing outgoing, Composition composition) throws Refused {
        Findings problems = new Findings();
        Survey survey = Survey.of(target, outgoing, composition, workspace, problems);
        findings.addAll(problems.sorted());
        if (problems.hasErrors()) {
            throw new Refused("correct the list first");
        }
        return survey;
    }

    private ExitCode write(Target target, Outgoing outgoing, Composition composition, Survey survey) {
        reporter.report(findings.sorted(), ExitCode.DONE);
        long written = Math.min(wishes.dryRun().orElse(0), survey.recipients());
        try (Stream<Recipient> recipients = target.recipients(workspace, outgoing.names(), new Findings())) {
            new DryRun(workspace).write(recipients, composition, written);
        }
        reporter.say(outgoing.id() + " would go to " + Words.recipients(survey.recipients()) + " of " + target
                + Words.repeated(survey.repeated()) + " · " + Words.messages(written)
                + " written to out/dry-run/ · nothing was sent");
        return ExitCode.DONE;
    }

    private MailServer server(Sending sending) throws Refused {
        return sending.server()
                .orElseThrow(() -> new Refused("write into " + Workspace.SETTINGS
                        + " which mail server sends it, as 'smtp: {host: smtp.example.org, …}'"));
    }
}
