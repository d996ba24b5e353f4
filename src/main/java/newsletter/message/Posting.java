package newsletter.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the message to one recipient has of its own.
 *
 * @param id what its Message-ID is made of: the same gives the same, so that mail programs show once what was sent twice
 * @param feedback by what mailbox providers tell our sends apart in their reports ({@code Feedback-ID}, of Gmail)
 * @param test whether the subject says that it is a test
 * @param values what is known of the recipient, by name
 */
public record Posting(List<String> id, Optional<String> feedback, boolean test, Map<String, String> values) {
    /** Copies the collections. */
    public Posting {
        id = List.copyOf(id);
        values = Map.copyOf(values);
    }
}
