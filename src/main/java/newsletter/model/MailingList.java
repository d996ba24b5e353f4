package newsletter.model;

import java.net.URI;
import java.util.Optional;

/**
 * Where issues are sent.
 *
 * @param name as commands call it, {@code members}
 * @param audience who is on it
 * @param id its identifier as of RFC 2919, {@code cluster-news.lists.example.org}
 * @param unsubscribe the https page that takes a reader off
 * @param unsubscribeEmail the address that takes a reader off who writes to it
 * @param unsubscribeKey what makes the token by which the page knows a reader; no list server has one
 * @param maxSize how large a message it takes, in bytes; empty for no limit
 */
public record MailingList(
        String name,
        Audience audience,
        String id,
        Optional<URI> unsubscribe,
        Optional<String> unsubscribeEmail,
        Optional<Secret> unsubscribeKey,
        Optional<Long> maxSize) {
    private static final String TEST = "test";

    /** Whether only editors read it: it is called {@code test}. */
    public boolean isTest() {
        return name.equals(TEST);
    }

    /** The address that passes a message on to all readers; empty where each gets one of their own. */
    public Optional<String> to() {
        return audience instanceof Audience.Address address ? Optional.of(address.to()) : Optional.empty();
    }
}
