package newsletter.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.content.Workspace;
import newsletter.finding.Findings;
import newsletter.model.Database;
import newsletter.model.DomainName;
import newsletter.model.MailServer;
import newsletter.model.Recipient;
import newsletter.model.Secret;
import newsletter.send.Composition;
import newsletter.send.Ledger;
import newsletter.send.Mailing;
import newsletter.send.Patience;
import newsletter.send.Sender;
import newsletter.send.SmtpServer;

/** The way of an issue from the ledger to the mail server, and what is told of it. */
final class Shipment {
    /** Where the ledger is kept that has no database of its own. */
    static final String LEDGER = ".newsletter/ledger.db";

    /** A server that looks at each message before it answers may take long; RFC 5321, 4.5.3.2 allows more. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Surroundings surroundings;
    private final Workspace workspace;
    private final Reporter reporter;
    private final Findings findings;
    private final Dispatch.Wishes wishes;

    Shipment(
            Surroundings surroundings,
            Workspace workspace,
            Reporter reporter,
            Findings findings,
            Dispatch.Wishes wishes) {
        this.surroundings = surroundings;
        this.workspace = workspace;
        this.reporter = reporter;
        this.findings = findings;
        this.wishes = wishes;
    }

    /** Opens the ledger that the settings name. */
    static Ledger ledger(Workspace workspace, Optional<Database> database) {
        return database.map(place -> Ledger.open(
                        place.address(),
                        place.user().orElse(""),
                        place.password().map(Secret::value).orElse("")))
                .orElseGet(() -> Ledger.open(workspace.resolve(LEDGER)));
    }

    ExitCode send(
            Outgoing outgoing,
            Target target,
            Composition composition,
            Survey survey,
            MailServer server,
            Optional<Database> database)
            throws Refused {
        try (Ledger ledger = ledger(workspace, database)) {
            if (!target.isTest()) {
                clear(ledger, outgoing, target, composition, survey);
            }
            reporter.reportBeforeSending(findings.sorted());
            Mailing mailing = ledger.mailing(outgoing.id(), target.name(), composition.digest(), target.isTest());
            load(mailing, target, outgoing);
            Sender sender = new Sender(
                    mailing,
                    address(server, outgoing.sender().email()),
                    outgoing.sender().email(),
                    composition,
                    options(server));
            ExitCode exit = new Voyage(surroundings, reporter, mailing, sender)
                    .run(
                            outgoing.id() + " to " + target,
                            database.map(Database::address).orElse(LEDGER));
            reporter.reportSent(findings.sorted(), mailing.counts(), exit);
            return exit;
        }
    }

    private void clear(Ledger ledger, Outgoing outgoing, Target target, Composition composition, Survey survey)
            throws Refused {
        Optional<Ledger.Other> other = ledger.other(outgoing.id(), target.name(), composition.digest());
        if (other.isPresent()) {
            throw new Refused(outgoing.id() + " went to " + target + " on "
                    + day(other.get().begun(), outgoing) + ", to "
                    + Words.recipients(other.get().reached())
                    + ", with other content: an issue goes out once. To go on with that send, take its content back"
                    + " ('git log' shows it); what has to be corrected goes into a new issue");
        }
        if (ledger.tested(outgoing.id(), composition.digest()).isEmpty()) {
            throw new Refused("what goes to readers was looked at before, and this content of " + outgoing.id()
                    + " never went to a test list: run 'newsletter send " + outgoing.id() + " --to test' first");
        }
        new Confirmation(surroundings, wishes.yes()).ask(outgoing, target.name(), survey.recipients());
    }

    private static LocalDate day(long millis, Outgoing outgoing) {
        ZoneId zone = outgoing.publication().timezone();
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    private void load(Mailing mailing, Target target, Outgoing outgoing) {
        mailing.recover();
        if (target.isTest()) {
            mailing.beginAgain();
        }
        try (Stream<Recipient> recipients = target.recipients(workspace, outgoing.names(), new Findings())) {
            mailing.load(recipients);
        }
        if (wishes.resendUnsure()) {
            mailing.resendUnsure();
        }
    }

    /** The server that the settings name, to which we are the sender's domain. */
    static SmtpServer address(MailServer server, String sender) {
        return SmtpServer.of(server, DomainName.ascii(sender.substring(sender.lastIndexOf('@') + 1)), TIMEOUT);
    }

    private static Sender.Options options(MailServer server) {
        return new Sender.Options(server.connections(), server.distance(), Patience.USUAL);
    }
}
