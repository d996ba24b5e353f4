package newsletter.send;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;

/**
 * An address as the server is told of it.
 *
 * @param address its domain in ASCII (A-labels, RFC 5891), which every server understands
 * @param international whether its local part is not in ASCII, which takes a server that offers SMTPUTF8 (RFC 6531)
 */
record Destination(String address, boolean international) {
    /**
     * Of an address that somebody wrote.
     *
     * @throws AddressException when it is none, or one that no command can hold
     */
    static Destination of(String written) throws AddressException {
        new InternetAddress(written, true);
        if (written.chars().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>')) {
            throw new AddressException("it would end the command that it stands in", written);
        }
        int at = written.lastIndexOf('@');
        String local = written.substring(0, at);
        try {
            String domain = IDN.toASCII(written.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            return new Destination(local + "@" + domain, !local.chars().allMatch(c -> c < 0x80));
        } catch (IllegalArgumentException e) {
            throw new AddressException("the domain cannot be in the DNS", written);
        }
    }
}
