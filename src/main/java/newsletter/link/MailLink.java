package newsletter.link;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.model.DomainName;
import newsletter.web.PercentCoding;

/** Links that begin a message (RFC 6068). Only their spelling is judged; nobody is written to. */
final class MailLink {
    private static final EmailValidator VALIDATOR = JMail.strictValidator()
            .requireTopLevelDomain()
            .disallowSingleCharacterTopLevelDomains()
            .disallowIpDomain();
    private static final List<String> RECIPIENTS = List.of("to", "cc", "bcc");

    private MailLink() {}

    /**
     * What is wrong with a link, if anything.
     *
     * @param link begins with {@code mailto:}
     */
    static Optional<String> problem(String link) {
        String[] parts = link.substring("mailto:".length()).split("\\?", 2);
        Stream<String> named = parts.length < 2
                ? Stream.empty()
                : Arrays.stream(parts[1].split("&")).flatMap(MailLink::recipients);
        List<String> recipients = Stream.concat(addresses(parts[0]), named).toList();
        if (recipients.isEmpty()) {
            return Optional.of("it names nobody to write to");
        }
        return recipients.stream()
                .filter(address -> !isAddress(address))
                .findFirst()
                .map(address -> "'" + address + "' is not an e-mail address");
    }

    private static Stream<String> recipients(String field) {
        String[] parts = field.split("=", 2);
        boolean recipient = parts.length > 1 && RECIPIENTS.contains(parts[0].toLowerCase(Locale.ROOT));
        return recipient ? addresses(parts[1]) : Stream.empty();
    }

    private static Stream<String> addresses(String list) {
        return Arrays.stream(list.split(","))
                .map(address -> PercentCoding.decode(address).strip())
                .filter(address -> !address.isEmpty());
    }

    /** The domain in ASCII, since that is what is looked up (RFC 5891). */
    private static boolean isAddress(String address) {
        int at = address.lastIndexOf('@');
        try {
            return at > 0
                    && VALIDATOR.isValid(address.substring(0, at + 1) + DomainName.ascii(address.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
