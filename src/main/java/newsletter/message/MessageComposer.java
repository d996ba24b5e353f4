package newsletter.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.model.Blank;

/**
 * Composes the messages of one letter. The parts are written once; each message adds its header. Immutable.
 *
 * <p>The same letter, envelope and time give the same bytes on every machine.
 */
public final class MessageComposer {
    private final Letter letter;
    private final ZoneId zone;
    private final Part content;
    private final Form form;
    private final String digest;

    /** @param zone the one in which the date is told */
    public MessageComposer(Letter letter, ZoneId zone) {
        this.letter = letter;
        this.zone = zone;
        this.content = content(letter);
        this.form = Form.of(content.body());
        this.digest = digestOf(letter.subject(), content);
    }

    private static Part content(Letter letter) {
        Part page = Part.html(letter.html());
        List<Part> pictures = letter.pictures().stream().map(Part::picture).toList();
        return Part.alternative(Part.plain(letter.text()), pictures.isEmpty() ? page : Part.related(page, pictures));
    }

    /** The boundary within the type comes from all that the parts say. */
    private static String digestOf(String subject, Part content) {
        List<String> said = new ArrayList<>(content.type());
        said.add(subject);
        return Digest.hex(16, said);
    }

    /** The same for the same content, before anybody's values are filled in; two contents share none. */
    public String digest() {
        return digest;
    }

    /**
     * The message for one envelope, for somebody of whom nothing is known. Its Message-ID is made of all that it is.
     *
     * @param now when it is written
     * @throws IllegalArgumentException when an address does not fit into a header
     */
    public Message compose(Envelope envelope, Instant now) {
        List<String> id = List.of(digest, envelope.to().address(), now.toString());
        return compose(envelope, new Posting(id, Optional.empty(), false, Map.of()), now);
    }

    /**
     * The message for one recipient.
     *
     * @param now when it is written
     * @throws IllegalArgumentException when an address does not fit into a header
     */
    public Message compose(Envelope envelope, Posting posting, Instant now) {
        // Opaque, and of the sender's domain: no host has to be looked up.
        String id = "<" + Digest.hex(16, posting.id()) + "@" + envelope.from().domain() + ">";
        Fields fields = new Fields().add("Date", date(now)).add("From", envelope.from());
        envelope.replyTo().ifPresent(mailbox -> fields.add("Reply-To", mailbox));
        fields.add("To", envelope.to())
                .add("Subject", HeaderText.words(subject(posting)))
                .add("Message-ID", id)
                .add("Content-Language", letter.language().toLanguageTag());
        envelope.list().ifPresent(list -> addList(fields, list));
        posting.feedback().ifPresent(feedback -> fields.add("Feedback-ID", feedback));
        addSilence(fields);
        if (envelope.draft()) {
            fields.add("X-Unsent", "1"); // Outlook opens such a file for editing.
        }
        fields.add("MIME-Version", "1.0").add("Content-Type", content.type());
        return new Message(id, form.filled(fields.bytes(), posting.values()));
    }

    private String subject(Posting posting) {
        String subject = Blank.fill(letter.subject(), blank -> Markup.TEXT.fill(blank, posting.values()));
        return posting.test() ? "[Test] " + subject : subject;
    }

    /** RFC 5322, 3.3, where {@code GMT} is an obsolete zone. */
    private String date(Instant now) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(zone)).replace("GMT", "+0000");
    }

    private static void addList(Fields fields, Envelope.ListId list) {
        List<String> id = new ArrayList<>(HeaderText.phrase(list.name()));
        id.add("<" + list.id() + ">");
        fields.add("List-Id", id);
        list.unsubscribe().ifPresent(unsubscribe -> addUnsubscribe(fields, unsubscribe));
    }

    private static void addUnsubscribe(Fields fields, Envelope.Unsubscribe unsubscribe) {
        List<String> ways = new ArrayList<>(List.of("<" + unsubscribe.page().toASCIIString() + ">"));
        unsubscribe.email().ifPresent(mailbox -> {
            ways.set(0, ways.get(0) + ",");
            ways.add("<" + mailbox.uri() + ">");
        });
        fields.add("List-Unsubscribe", ways).add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /**
     * Asks for no automatic answers: RFC 3834, its forerunner {@code Precedence}, and Exchange, which is asked for no notes of
     * absence; its reports of failure are wanted.
     */
    private static void addSilence(Fields fields) {
        fields.add("Auto-Submitted", "auto-generated")
                .add("Precedence", "bulk")
                .add("X-Auto-Response-Suppress", "OOF,", "AutoReply");
    }
}
