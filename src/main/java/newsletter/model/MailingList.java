package newsletter.model;

import java.net.URI;
import java.util.Optional;

/**
 * Where issues are sent.
 *
 * @param name as commands call it, {@code members}
 * @param to the address that passes a message on to all readers
 * @param id its identifier as of RFC 2919, {@code cluster-news.lists.example.org}
 * @param unsubscribe the https page that takes a reader off
 * @param unsubscribeEmail the address that takes a reader off who writes to it
 */
public record MailingList(
        String name, String to, String id, Optional<URI> unsubscribe, Optional<String> unsubscribeEmail) {
    private static final String TEST = "test";

    /** Whether only editors read it: it is called {@code test}. */
    public boolean isTest() {
        return name.equals(TEST);
    }
}
