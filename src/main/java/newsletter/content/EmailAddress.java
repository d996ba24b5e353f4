package newsletter.content;

import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.DomainName;
import newsletter.parse.Addresses;
import newsletter.parse.Yaml;

/** Reads an e-mail address that stands in the header of a message. */
public final class EmailAddress {
    /** RFC 5321, 4.5.3.1: octets of the part in front of the @, and of the whole in SMTP. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST = 254;

    /** RFC 5322, 3.2.3: what needs no quotes. Other letters would need SMTPUTF8 (RFC 6531) all the way to each reader. */
    private static final Pattern DOT_ATOM = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

    private EmailAddress() {}

    /** The address as it was written, or a finding and nothing. */
    static Optional<String> read(Yaml.Scalar written, Findings findings) {
        String text = written.text().strip();
        if (isOne(text)) {
            return Optional.of(text);
        }
        findings.add(
                Code.BAD_EMAIL,
                written.at(),
                "'" + text + "' is not an e-mail address",
                "write it like news@example.org");
        return Optional.empty();
    }

    /** Whether a text is such an address. */
    public static boolean isOne(String text) {
        return Addresses.isEmail(text) && canBeSentTo(text);
    }

    private static boolean canBeSentTo(String address) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at);
        if (local.length() > LONGEST_LOCAL_PART || !DOT_ATOM.matcher(local).matches()) {
            return false;
        }
        try {
            String domain = DomainName.strictAscii(address.substring(at + 1));
            return local.length() + 1 + domain.length() <= LONGEST;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
