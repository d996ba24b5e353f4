package newsletter.send;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

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
     * @throws AddressException when it is none
     */
    static Destination of(String written) throws AddressException {
        new InternetAddress(written, true);
        int at = written.lastIndexOf('@');
        String local = written.substring(0, at);
        try {
            String domain = IDN.toASCII(written.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            return new Destination(local + "@" + domain, !local.chars().allMatch(c -> c < 0x80));
        } catch (IllegalArgumentException e) {
            throw new AddressException("the domain cannot be in the DNS", written);
        }
    }

    /**
     * For Angus. It sends UTF-8 only in a mode in which it asks for SMTPUTF8 for every message, and servers then refuse those whose
     * next server has not got it. In its other mode it sends the low octet of each character: here those of UTF-8.
     */
    InternetAddress forAngus() {
        InternetAddress angus = new InternetAddress();
        angus.setAddress(new String(address.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return angus;
    }
}
