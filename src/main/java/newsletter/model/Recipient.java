package newsletter.model;

import java.util.Locale;
import java.util.Map;

/**
 * Someone to send to.
 *
 * @param address as it was given
 * @param values what else is known of them, by the name of the column
 */
public record Recipient(String address, Map<String, String> values) {
    /** Copies the map. */
    public Recipient {
        values = Map.copyOf(values);
    }

    /**
     * What two spellings of one mailbox have in common: servers may tell upper from lower case before the @ (RFC 5321, 2.4), but
     * those that do are not found, and nobody wants two copies.
     */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }
}
