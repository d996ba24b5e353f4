package newsletter.content;

import java.net.IDN;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.MailingList;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/**
 * Reads where issues are sent:
 *
 * <pre>
 * members:
 *   to: cluster-news@lists.example.org
 *   list-id: cluster-news.lists.example.org        # without it, the address with a dot for its @
 *   unsubscribe: https://lists.example.org/cluster-news/unsubscribe
 *   unsubscribe-email: cluster-news-leave@lists.example.org
 * </pre>
 */
final class ListReader {
    /** RFC 2919, 2: dot-separated words, 255 octets at most. */
    private static final Pattern LIST_ID = Pattern.compile("(?=.{3,255}$)[\\w-]+(\\.[\\w-]+)+");

    /** The longest address that a header line of 998 octets holds beside its name (RFC 5322, 2.1.1). */
    private static final int LONGEST_ADDRESS = 900;

    private final Findings findings;

    ListReader(Findings findings) {
        this.findings = findings;
    }

    /** The lists in the order of the file. */
    List<MailingList> read(Yaml.Mapping lists) {
        List<MailingList> read = new ArrayList<>();
        lists.members().forEach((name, member) -> {
            if (member.value() instanceof Yaml.Mapping list) {
                read(name, new Binder(list, "the list '" + name + "'", findings))
                        .ifPresent(read::add);
            } else {
                String to = member.value() instanceof Yaml.Scalar address ? address.text() : "…";
                findings.add(
                        Code.WRONG_KIND,
                        member.value().at(),
                        "the list '" + name + "' must be a group of keys",
                        "write '" + name + ": {to: " + to + "}'");
            }
        });
        return read;
    }

    private Optional<MailingList> read(String name, Binder list) {
        Optional<String> to = list.required("to").filter(ListReader::isFilled).flatMap(this::email);
        Optional<String> id =
                list.scalar("list-id").filter(ListReader::isFilled).flatMap(this::id);
        Optional<URI> page =
                list.scalar("unsubscribe").filter(ListReader::isFilled).flatMap(this::page);
        Optional<String> email =
                list.scalar("unsubscribe-email").filter(ListReader::isFilled).flatMap(this::email);
        list.rejectOthers();
        return to.map(address -> new MailingList(name, address, id.orElseGet(() -> usualId(address)), page, email));
    }

    /** What comes from the environment is known where a message is sent, not where a page is built. */
    private static boolean isFilled(Yaml.Scalar written) {
        return !written.text().contains("${");
    }

    private Optional<String> email(Yaml.Scalar written) {
        return EmailAddress.read(written, findings);
    }

    private Optional<String> id(Yaml.Scalar written) {
        String text = written.text().strip();
        if (LIST_ID.matcher(text).matches()) {
            return Optional.of(text);
        }
        findings.add(
                Code.BAD_LIST_ID,
                written.at(),
                "'" + text + "' does not identify a list",
                "write letters, digits and hyphens with dots between them, like news.lists.example.org");
        return Optional.empty();
    }

    /** The identifier that list servers give a list whose owner gave none. */
    private static String usualId(String address) {
        int at = address.lastIndexOf('@');
        return (address.substring(0, at) + "." + IDN.toASCII(address.substring(at + 1))).toLowerCase(Locale.ROOT);
    }

    private Optional<URI> page(Yaml.Scalar written) {
        Optional<URI> address = ValueReader.address(written, findings);
        if (address.isPresent() && !"https".equalsIgnoreCase(address.get().getScheme())) {
            findings.add(
                    Code.BAD_URL,
                    written.at(),
                    "'unsubscribe' must be an https address",
                    "write it with https://; an e-mail address belongs in 'unsubscribe-email'");
            return Optional.empty();
        }
        if (address.isPresent() && address.get().toString().length() > LONGEST_ADDRESS) {
            findings.add(
                    Code.BAD_URL,
                    written.at(),
                    "this address is longer than " + LONGEST_ADDRESS + " characters",
                    "a message has room for less: write a shorter one");
            return Optional.empty();
        }
        return address;
    }
}
