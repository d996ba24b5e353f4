package newsletter.message;

import java.net.URI;
import java.util.Optional;

/**
 * From whom a message is, to whom, and how to get no more of them.
 *
 * @param to the one reader, or the one address of a mailing list: nobody sees who else gets it
 * @param list the mailing list that it belongs to
 * @param draft whether a mail program that opens it shall offer to edit and send it
 */
public record Envelope(Mailbox from, Optional<Mailbox> replyTo, Mailbox to, Optional<ListId> list, boolean draft) {

    /**
     * A mailing list as header fields tell of it.
     *
     * @param name as readers know it
     * @param id RFC 2919
     * @param unsubscribe how a reader gets off it
     */
    public record ListId(String name, String id, Optional<Unsubscribe> unsubscribe) {}

    /**
     * The ways off a list.
     *
     * @param page taken by a POST without any further question (RFC 8058); identifies the reader by nothing that can be guessed
     * @param email whom to write to (RFC 2369)
     */
    public record Unsubscribe(URI page, Optional<Mailbox> email) {
        /** @throws IllegalArgumentException when the page is not at an https address, or at one that cannot be written in ASCII */
        public Unsubscribe {
            // URI.toASCIIString fails on them (JDK 17 to 25).
            if (page.toString().codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
                throw new IllegalArgumentException("half a character stands in the address " + page);
            }
            if (!"https".equalsIgnoreCase(page.getScheme())) {
                throw new IllegalArgumentException("one click takes https (RFC 8058): " + page);
            }
        }
    }
}
