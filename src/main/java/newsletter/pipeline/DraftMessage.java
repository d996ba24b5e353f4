package newsletter.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newsletter.content.Workspace;
import newsletter.email.Email;
import newsletter.email.MessagePictures;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.message.Envelope;
import newsletter.message.InlinePart;
import newsletter.message.Letter;
import newsletter.message.Mailbox;
import newsletter.message.Message;
import newsletter.message.MessageComposer;
import newsletter.model.Issue;
import newsletter.model.MailingList;
import newsletter.model.Publication;

/** The message of an issue as an editor may look at it, or send it by hand. */
final class DraftMessage {
    private final Publication publication;
    private final Instant now;
    private final Findings findings;

    DraftMessage(Publication publication, Instant now, Findings findings) {
        this.publication = publication;
        this.now = now;
        this.findings = findings;
    }

    /** Notes that there is no message for a publication without a sender. */
    void reportMissingSender() {
        if (publication.sender().isEmpty()) {
            findings.add(
                    Code.NO_SENDER,
                    new Source(Workspace.SETTINGS, "").start(),
                    "there is no 'sender', so no newsletter.eml is written",
                    "add 'sender: {name: …, email: …}'");
        }
    }

    /** The message; empty for a publication without a sender. */
    Optional<Message> of(Letter letter) {
        return publication
                .sender()
                .map(this::envelope)
                .map(envelope -> new MessageComposer(letter, publication.timezone()).compose(envelope, now));
    }

    /** What every reader gets. */
    Letter letter(Issue issue, Email email) {
        MessagePictures pictures = MessagePictures.of(publication, issue.id());
        List<InlinePart> parts = pictures.areEmbedded()
                ? email.pictures().stream()
                        .map(picture -> new InlinePart(
                                pictures.contentId(picture), picture.mediaType(), picture.fileName(), picture.bytes()))
                        .toList()
                : List.of();
        return new Letter(issue.subject(), publication.language(), pictures.html(email), email.text(), parts);
    }

    /** To the list of all readers, where there is one such list; else to the sender. */
    private Envelope envelope(Publication.Sender sender) {
        Mailbox from = new Mailbox(sender.name(), sender.email());
        Optional<Mailbox> replyTo = sender.replyTo().map(address -> new Mailbox(sender.name(), address));
        Optional<MailingList> readers = publication.readers();
        Mailbox to = readers.flatMap(MailingList::to)
                .map(address -> new Mailbox(publication.name(), address))
                .orElse(from);
        return new Envelope(from, replyTo, to, readers.map(this::listId), true);
    }

    private Envelope.ListId listId(MailingList list) {
        Optional<Mailbox> email = list.unsubscribeEmail().map(address -> new Mailbox(list.name(), address));
        return new Envelope.ListId(
                publication.name(), list.id(), list.unsubscribe().map(page -> new Envelope.Unsubscribe(page, email)));
    }
}
