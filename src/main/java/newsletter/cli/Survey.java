package newsletter.cli;

import java.util.stream.Stream;
import newsletter.content.Workspace;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.MailingList;
import newsletter.model.Recipient;
import newsletter.send.Composition;
import newsletter.send.Headcount;

/**
 * What is known of a list once all of it was read.
 *
 * @param recipients each mailbox counted once
 * @param repeated how many rows name a mailbox again
 * @param bytes the size of the message to the first of them
 */
record Survey(long recipients, long repeated, int bytes) {
    private static final int KILOBYTE = 1024;

    /** Reads a list to its end. All that is wrong with it becomes findings. */
    static Survey of(
            Target target, Outgoing outgoing, Composition composition, Workspace workspace, Findings findings) {
        Headcount headcount = new Headcount();
        int[] bytes = {0};
        try (Stream<Recipient> recipients = target.recipients(workspace, outgoing.names(), findings)) {
            recipients.forEach(recipient -> {
                bytes[0] = bytes[0] == 0 ? composition.apply(recipient).length : bytes[0];
                headcount.add(recipient);
            });
        }
        Survey survey = new Survey(headcount.distinct(), headcount.repeated(), bytes[0]);
        target.list().ifPresent(list -> survey.judge(list, target, findings));
        return survey;
    }

    private void judge(MailingList list, Target target, Findings findings) {
        Location settings = new Source(Workspace.SETTINGS, "").start();
        if (recipients == 0 && !findings.hasErrors()) {
            findings.add(
                    Code.EMPTY_LIST,
                    settings,
                    "nobody is on the list '" + list.name() + "'",
                    "write recipients below the first row of the table, or look at the query");
        }
        if (target.isPersonal()
                && !list.isTest()
                && (list.unsubscribe().isEmpty() || list.unsubscribeKey().isEmpty())) {
            findings.add(
                    Code.NO_WAY_OUT,
                    settings,
                    "readers of the list '" + list.name()
                            + "' cannot leave it with one click, which mailbox providers ask for",
                    "give it 'unsubscribe: https://…' and 'unsubscribe-key: \"${UNSUBSCRIBE_KEY}\"'");
        }
        list.maxSize()
                .filter(most -> bytes > most)
                .ifPresent(most -> findings.add(
                        Code.TOO_LARGE_FOR_LIST,
                        settings,
                        "the message has " + kilobytes(bytes) + " KB, and the list '" + list.name() + "' takes "
                                + kilobytes(most) + " KB",
                        "shorten the issue, or have the list take more and write 'max-size: "
                                + (kilobytes(bytes) / 10 + 1) * 10 + " KB' at the list"));
    }

    private static long kilobytes(long bytes) {
        return (bytes + KILOBYTE - 1) / KILOBYTE;
    }
}
