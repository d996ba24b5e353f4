package newsletter.content;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.LinkPolicy;
import newsletter.model.Moment;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/**
 * Reads how links are checked:
 *
 * <pre>
 * check:
 *   allow: [wiki.intern.example.org]
 *   ignore: ["https://intranet.example.org/*"]
 *   seen:
 *     - {address: https://www.linkedin.com/company/x, by: Anna, date: 2018-09-01}
 *   not-before:
 *     - {address: "https://example.org/launch/*", date: 2018-10-01}
 *   look-inside: true
 *   connections: 64
 *   connections-per-host: 4
 *   patience: 60
 * </pre>
 */
final class LinkPolicyReader {
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");
    private static final Pattern ADDRESSES = Pattern.compile("(https?://|\\*)\\S*", Pattern.CASE_INSENSITIVE);

    /** More would fill a small machine's table of connections, and no network of an office gains by them. */
    private static final int MOST_CONNECTIONS = 256;

    /** A host that we ask more than that at once takes us for an attack. */
    private static final int MOST_PER_HOST = 16;

    private static final int LONGEST_PATIENCE = 3_600;

    private final ValueReader values;
    private final Findings findings;

    LinkPolicyReader(ValueReader values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    /** @param links the settings' group of that name */
    LinkPolicy read(Yaml.Mapping links) {
        return new Binder(links, "'links'", findings)
                .group("check")
                .map(this::policy)
                .orElseGet(LinkPolicy::usual);
    }

    private LinkPolicy policy(Yaml.Mapping check) {
        LinkPolicy usual = LinkPolicy.usual();
        Binder binder = new Binder(check, "'check'", findings);
        LinkPolicy policy = new LinkPolicy(
                texts(binder, "allow", this::host),
                texts(binder, "ignore", this::addresses),
                groups(binder, "seen", "{address: https://…, by: Anna, date: 2018-09-01}", this::seen),
                groups(binder, "not-before", "{address: https://…, date: 2018-10-01}", this::notBefore),
                binder.scalar("look-inside")
                        .flatMap(written -> ValueReader.flag("look-inside", written, findings))
                        .orElse(usual.looksInside()),
                number(binder, "connections", 1, MOST_CONNECTIONS).orElse(usual.connections()),
                number(binder, "connections-per-host", 1, MOST_PER_HOST).orElse(usual.perHost()),
                number(binder, "patience", 0, LONGEST_PATIENCE)
                        .map(Duration::ofSeconds)
                        .orElse(usual.patience()));
        binder.rejectOthers();
        return policy;
    }

    private static List<String> texts(Binder binder, String key, Function<Yaml.Scalar, Optional<String>> read) {
        return binder.scalars(key).stream()
                .flatMap(written -> read.apply(written).stream())
                .toList();
    }

    private Optional<String> host(Yaml.Scalar written) {
        return fitting(written, HOST, "is not the name of a host", "write its name alone, like wiki.example.org");
    }

    private Optional<String> addresses(Yaml.Scalar written) {
        return fitting(
                written,
                ADDRESSES,
                "is not a web address",
                "write it from https:// on, like \"https://intranet.example.org/*\"; * stands for anything");
    }

    private Optional<String> fitting(Yaml.Scalar written, Pattern form, String complaint, String hint) {
        String text = ValueReader.text(written);
        if (form.matcher(text).matches()) {
            return Optional.of(text);
        }
        findings.add(Code.BAD_URL, written.at(), "'" + text + "' " + complaint, hint);
        return Optional.empty();
    }

    private <T> List<T> groups(Binder binder, String key, String example, Function<Binder, Optional<T>> read) {
        List<T> groups = new ArrayList<>();
        for (Yaml item : binder.list(key)) {
            if (item instanceof Yaml.Mapping group) {
                Binder inner = new Binder(group, "a note under '" + key + "'", findings);
                read.apply(inner).ifPresent(groups::add);
                inner.rejectOthers();
            } else {
                findings.add(
                        Code.WRONG_KIND,
                        item.at(),
                        "a note under '" + key + "' must be a group of keys",
                        "write '- " + example + "'");
            }
        }
        return groups;
    }

    private Optional<LinkPolicy.Seen> seen(Binder note) {
        Optional<String> address = note.required("address")
                .filter(written -> ValueReader.address(written, findings).isPresent())
                .map(ValueReader::text);
        Optional<String> by = note.required("by").map(ValueReader::text);
        Optional<LocalDate> date = date(note);
        return address.isEmpty() || by.isEmpty() || date.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkPolicy.Seen(address.get(), by.get(), date.get(), note.at()));
    }

    private Optional<LinkPolicy.NotBefore> notBefore(Binder note) {
        Optional<String> address = note.required("address").flatMap(this::addresses);
        Optional<LocalDate> date = date(note);
        return address.flatMap(pattern -> date.map(day -> new LinkPolicy.NotBefore(pattern, day)));
    }

    private Optional<LocalDate> date(Binder note) {
        return note.required("date")
                .flatMap(written -> values.moment("date", written, findings))
                .map(Moment::day);
    }

    private Optional<Integer> number(Binder binder, String key, int least, int most) {
        Optional<Yaml.Scalar> written = binder.scalar(key);
        Optional<Integer> number = written.map(ValueReader::text)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .filter(value -> value >= least && value <= most);
        if (written.isPresent() && number.isEmpty()) {
            findings.add(
                    Code.BAD_NUMBER,
                    written.get().at(),
                    "'" + key + "' must be a whole number from " + least + " to " + most,
                    "write it in digits, or leave it out");
        }
        return number;
    }
}
