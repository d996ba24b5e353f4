package newsletter.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.Audience;
import newsletter.model.DomainName;
import newsletter.model.MailingList;
import newsletter.model.Publication;
import newsletter.model.Secret;
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
 *   max-size: 40 KB
 * readers:
 *   csv: readers.csv                               # or jdbc, user, password and query
 *   unsubscribe: https://example.org/leave
 *   unsubscribe-key: "${UNSUBSCRIBE_KEY}"
 * </pre>
 */
final class ListReader {
    /** RFC 2919, 2: dot-separated words, 255 octets at most. */
    private static final Pattern LIST_ID = Pattern.compile("(?=.{3,255}$)[\\w-]+(\\.[\\w-]+)+");

    /** RFC 2606: of nobody. Without a sender nothing can be sent. */
    private static final String NO_DOMAIN = "newsletter.invalid";

    /** The longest address that a header line of 998 octets holds beside its name (RFC 5322, 2.1.1). */
    private static final int LONGEST_ADDRESS = 900;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(KB|MB)");
    private static final long KILOBYTE = 1024;

    /** What Mailman takes of a list that nobody changed, in bytes. */
    private static final long USUAL_SIZE = 40 * KILOBYTE;

    private final String domain;
    private final Findings findings;

    /** @param sender who sends, whose domain names lists that have no address of their own */
    ListReader(Optional<Publication.Sender> sender, Findings findings) {
        this.domain = sender.map(from -> from.email().substring(from.email().lastIndexOf('@') + 1))
                .orElse(NO_DOMAIN);
        this.findings = findings;
    }

    /** The lists in the order of the file. */
    List<MailingList> read(Yaml.Mapping lists) {
        List<MailingList> read = new ArrayList<>();
        lists.members().forEach((name, member) -> {
            if (member.value() instanceof Yaml.Mapping list) {
                read(name, list).ifPresent(read::add);
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

    /** One list, or findings and nothing. */
    Optional<MailingList> read(String name, Yaml.Mapping group) {
        Binder list = new Binder(group, "the list '" + name + "'", findings);
        Optional<Audience> audience = audience(list);
        Optional<String> id =
                list.scalar("list-id").filter(ListReader::isFilled).flatMap(this::id);
        Optional<URI> page =
                list.scalar("unsubscribe").filter(ListReader::isFilled).flatMap(this::page);
        Optional<String> email =
                list.scalar("unsubscribe-email").filter(ListReader::isFilled).flatMap(this::email);
        Optional<Secret> key = list.scalar("unsubscribe-key").map(written -> new Secret(written.text()));
        Optional<Long> size =
                list.scalar("max-size").filter(ListReader::isFilled).flatMap(this::size);
        list.rejectOthers();
        return audience.map(readers -> new MailingList(
                name,
                readers,
                id.orElseGet(() -> usualId(name, readers)),
                page,
                email,
                key,
                size.or(() -> readers instanceof Audience.Address ? Optional.of(USUAL_SIZE) : Optional.empty())));
    }

    private Optional<Audience> audience(Binder list) {
        List.of("to", "csv", "jdbc", "user", "password", "query").forEach(list::skip);
        if (list.has("csv")) {
            return list.scalar("csv").map(file -> new Audience.Table(file.text().strip(), file.at()));
        }
        if (list.has("jdbc")) {
            Optional<Yaml.Scalar> query = list.required("query");
            return new DatabaseReader(findings)
                    .read(list)
                    .flatMap(database -> query.map(
                            asked -> new Audience.Query(database, asked.text().strip(), asked.at())));
        }
        return list.required("to")
                .filter(ListReader::isFilled)
                .flatMap(this::email)
                .map(Audience.Address::new);
    }

    /** What comes from the environment is known where a message is sent, not where a page is built. */
    private static boolean isFilled(Yaml.Scalar written) {
        return !Variables.isIn(written);
    }

    private Optional<Long> size(Yaml.Scalar written) {
        Matcher size = SIZE.matcher(written.text().strip());
        if (size.matches()) {
            return Optional.of(
                    Long.parseLong(size.group(1)) * (size.group(2).equals("KB") ? KILOBYTE : KILOBYTE * KILOBYTE));
        }
        findings.add(
                Code.BAD_NUMBER,
                written.at(),
                "'" + written.text().strip() + "' is not a size",
                "write it like 40 KB or 10 MB");
        return Optional.empty();
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

    /** The identifier that list servers give a list whose owner gave none; of our own lists, in our domain. */
    private String usualId(String name, Audience audience) {
        String address = audience instanceof Audience.Address list ? list.to() : slug(name) + "@" + domain;
        int at = address.lastIndexOf('@');
        return (address.substring(0, at) + "." + DomainName.ascii(address.substring(at + 1))).toLowerCase(Locale.ROOT);
    }

    private static String slug(String name) {
        return name.replaceAll("[^A-Za-z0-9-]+", "-");
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
