package newsletter.cli;

import java.util.Optional;
import newsletter.content.Library;
import newsletter.content.Sending;
import newsletter.content.Workspace;
import newsletter.finding.Failure;
import newsletter.finding.Findings;
import newsletter.message.dkim.DkimSigner;
import newsletter.model.MailServer;
import newsletter.model.Publication;
import newsletter.send.Probe;
import newsletter.send.Signing;

/** {@code newsletter send --probe}: gets to know the mail server, and what messages are signed with. */
final class Introduction {
    private final Surroundings surroundings;
    private final Workspace workspace;
    private final Reporter reporter;
    private final Findings findings = new Findings();

    Introduction(Surroundings surroundings, Workspace workspace, Reporter reporter) {
        this.surroundings = surroundings;
        this.workspace = workspace;
        this.reporter = reporter;
    }

    ExitCode run() {
        Optional<Publication.Sender> sender = Library.read(workspace, new Findings())
                .flatMap(library -> library.publication().sender());
        Optional<Sending> sending = Sending.read(workspace, surroundings.environment(), findings);
        Optional<MailServer> server = sending.flatMap(Sending::server);
        Optional<DkimSigner> signer =
                sending.flatMap(settings -> settings.dkim(sender)).flatMap(key -> Signing.with(key, findings));
        ExitCode exit = findings.hasErrors() ? ExitCode.FINDINGS : ExitCode.DONE;
        reporter.report(findings.sorted(), exit);
        if (exit == ExitCode.FINDINGS) {
            return exit;
        }
        if (server.isEmpty() || sender.isEmpty()) {
            throw new Failure(Workspace.SETTINGS + " names no mail server or no sender: write"
                    + " 'smtp: {host: smtp.example.org, …}' and 'sender: {name: …, email: …}'");
        }
        String from = sender.get().email();
        reporter.say(Probe.of(Shipment.address(server.get(), from), from).toString());
        signer.ifPresent(signs -> reporter.say("signs with the key whose record in the DNS is\n  " + signs.recordName()
                + " TXT \"" + signs.record() + '"'));
        return exit;
    }
}
