package newsletter.send;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.message.Envelope;
import newsletter.message.Letter;
import newsletter.message.Mailbox;
import newsletter.message.MessageComposer;
import newsletter.message.Posting;
import newsletter.message.dkim.DkimSigner;
import newsletter.model.MailingList;
import newsletter.model.Publication;
import newsletter.model.Recipient;

/** Makes the message of each recipient from the one letter that all get. Immutable, so that several threads can use it. */
public final class Composition implements Function<Recipient, byte[]> {
    /** The value that each recipient of a list of our own has, beside those of the list. */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** The value that is the recipient's address. */
    public static final String EMAIL = "email";

    private static final int LONGEST_FEEDBACK_NAME = 40;

    private final String issue;
    private final Publication publication;
    private final Mailbox from;
    private final Optional<MailingList> list;
    private final Optional<Unsubscribing> unsubscribing;
    private final boolean test;
    private final InstantSource clock;
    private final MessageComposer composer;
    private final String digest;
    private final String feedback;
    private final Optional<DkimSigner> signer;

    /**
     * @param issue its id
     * @param sender of the publication
     * @param list that it goes to; empty for an address given by hand
     * @param test whether the subject says that it is a test
     * @param clock tells when each message is written
     */
    public Composition(
            String issue,
            Letter letter,
            Publication publication,
            Publication.Sender sender,
            Optional<MailingList> list,
            boolean test,
            InstantSource clock) {
        this.issue = issue;
        this.publication = publication;
        this.from = new Mailbox(sender.name(), sender.email());
        this.list = list;
        this.unsubscribing = list.flatMap(Composition::unsubscribing);
        this.test = test;
        this.clock = clock;
        this.digest = new MessageComposer(letter, publication.timezone()).digest();
        this.feedback = feedback();
        this.composer = new MessageComposer(withWayOut(letter), publication.timezone());
        this.signer = Optional.empty();
    }

    private Composition(Composition unsigned, DkimSigner signer) {
        this.issue = unsigned.issue;
        this.publication = unsigned.publication;
        this.from = unsigned.from;
        this.list = unsigned.list;
        this.unsubscribing = unsigned.unsubscribing;
        this.test = unsigned.test;
        this.clock = unsigned.clock;
        this.composer = unsigned.composer;
        this.digest = unsigned.digest;
        this.feedback = unsigned.feedback;
        this.signer = Optional.of(signer);
    }

    /** The same messages, each signed. */
    public Composition signedBy(DkimSigner signer) {
        return new Composition(this, signer);
    }

    private static Optional<Unsubscribing> unsubscribing(MailingList list) {
        return list.unsubscribe()
                .flatMap(page -> list.unsubscribeKey().map(key -> new Unsubscribing(page, list.name(), key)));
    }

    /** What tells this content from any other, whoever gets it. */
    public String digest() {
        return digest;
    }

    /** The page has the way out of the publication's first list; readers of another one need theirs. */
    private Letter withWayOut(Letter letter) {
        Optional<String> own = unsubscribing.isPresent()
                ? Optional.of("${recipient." + UNSUBSCRIBE + "}")
                : list.flatMap(MailingList::unsubscribe).map(URI::toString);
        Optional<String> common = publication.unsubscribe().map(URI::toString);
        if (own.isEmpty() || common.isEmpty() || own.equals(common)) {
            return letter;
        }
        String html = letter.html()
                .replace(quoted(common.get()), own.get().startsWith("$") ? '"' + own.get() + '"' : quoted(own.get()));
        String text = Pattern.compile("(?<!\\S)" + Pattern.quote(common.get()) + "(?!\\S)")
                .matcher(letter.text())
                .replaceAll(Matcher.quoteReplacement(own.get()));
        return new Letter(letter.subject(), letter.language(), html, text, letter.pictures());
    }

    private static String quoted(String address) {
        return '"' + address.replace("&", "&amp;") + '"';
    }

    /** The message to somebody, as it goes over the wire. */
    @Override
    public byte[] apply(Recipient recipient) {
        Instant now = clock.instant();
        Optional<URI> page =
                unsubscribing.map(ways -> ways.page(recipient)).or(() -> list.flatMap(MailingList::unsubscribe));
        Map<String, String> values = new HashMap<>(recipient.values());
        values.put(EMAIL, recipient.address());
        page.ifPresent(address -> values.put(UNSUBSCRIBE, address.toString()));
        Posting posting = new Posting(id(recipient, now), Optional.of(feedback), test, values);
        byte[] message =
                composer.compose(envelope(recipient, page), posting, now).bytes();
        return signer.map(signs -> signs.sign(message, now)).orElse(message);
    }

    private Envelope envelope(Recipient recipient, Optional<URI> page) {
        Optional<Mailbox> replyTo =
                publication.sender().flatMap(Publication.Sender::replyTo).map(to -> new Mailbox(from.name(), to));
        boolean toList = list.flatMap(MailingList::to).isPresent();
        Mailbox to = new Mailbox(toList ? publication.name() : "", recipient.address());
        return new Envelope(from, replyTo, to, list.map(readers -> listId(readers, page)), false);
    }

    private Envelope.ListId listId(MailingList readers, Optional<URI> page) {
        Optional<Mailbox> email = readers.unsubscribeEmail().map(address -> new Mailbox("", address));
        return new Envelope.ListId(
                publication.name(), readers.id(), page.map(address -> new Envelope.Unsubscribe(address, email)));
    }

    /** The same however often it is sent, so that mail programs show one; each test is a message of its own. */
    private List<String> id(Recipient recipient, Instant now) {
        List<String> id = new ArrayList<>(List.of(issue, name(), recipient.key()));
        if (test) {
            id.add(now.toString());
        }
        return id;
    }

    private String name() {
        return list.map(MailingList::name).orElse("by hand");
    }

    /** Issue, list, kind of mail, sender: the last has to stay the same over all sends. */
    private String feedback() {
        String domain = from.address().substring(from.address().lastIndexOf('@') + 1);
        return word(issue) + ":" + word(name()) + ":newsletter:" + word(domain.replace('.', '-'));
    }

    private static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9.-]+", "-");
        return word.substring(0, Math.min(word.length(), LONGEST_FEEDBACK_NAME));
    }
}
