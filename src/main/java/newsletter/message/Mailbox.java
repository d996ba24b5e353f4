package newsletter.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import newsletter.model.DomainName;

/**
 * Somebody who writes or reads.
 *
 * @param name as mail programs show it, in any letters
 * @param address its domain in ASCII (A-labels, RFC 5891): not every server understands any other
 */
public record Mailbox(String name, String address) {
    /**
     * Turns the domain to ASCII.
     *
     * @throws IllegalArgumentException when the address has no domain, or anything else that is not ASCII
     */
    public Mailbox {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("an e-mail address has an @ within: " + address);
        }
        address = address.substring(0, at + 1) + DomainName.strictAscii(address.substring(at + 1));
        if (!address.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '<' && c != '>')) {
            throw new IllegalArgumentException("an e-mail address is ASCII without blanks: " + address);
        }
    }

    /** Its {@code mailto:} address (RFC 6068). */
    String uri() {
        String local = address.substring(0, address.lastIndexOf('@'));
        return "mailto:" + URLEncoder.encode(local, StandardCharsets.UTF_8) + "@" + domain();
    }

    /** What stands behind the @. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
