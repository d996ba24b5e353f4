package newsletter.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/** Looks at what {@code newsletter.yaml} says about sending: {@code lists}, {@code smtp}, {@code dkim} and {@code links}. */
final class SendingReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

    private final Findings findings;

    SendingReader(Findings findings) {
        this.findings = findings;
    }

    /** Where readers unsubscribe: the address of the first list that gives one. Reports what is wrong with all of it. */
    Optional<URI> unsubscribe(Binder settings) {
        settings.group("smtp").ifPresent(this::checkSmtp);
        settings.group("links").ifPresent(this::checkLinks);
        settings.skip("dkim");
        List<Optional<URI>> addresses = new ArrayList<>();
        settings.group("lists")
                .ifPresent(lists ->
                        lists.members().forEach((name, member) -> addresses.add(unsubscribe(name, member.value()))));
        return addresses.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<URI> unsubscribe(String name, Yaml written) {
        if (!(written instanceof Yaml.Mapping list)) {
            String message = "the list '" + name + "' must be a group of keys";
            String to = written instanceof Yaml.Scalar address ? address.text() : "…";
            findings.add(Code.WRONG_KIND, written.at(), message, "write '" + name + ": {to: " + to + "}'");
            return Optional.empty();
        }
        Binder binder = new Binder(list, "a list", findings);
        List.of("to", "list-id").forEach(binder::scalar);
        Optional<URI> address = binder.scalar("unsubscribe").flatMap(at -> ValueReader.address(at, findings));
        binder.rejectOthers();
        return address;
    }

    private void checkLinks(Yaml.Mapping links) {
        Binder binder = new Binder(links, "'links'", findings);
        binder.group("utm").ifPresent(group -> {
            Binder utm = new Binder(group, "'utm'", findings);
            List.of("source", "medium", "campaign", "term", "content").forEach(utm::scalar);
            utm.rejectOthers();
        });
        binder.skip("check");
        binder.rejectOthers();
    }

    /** No finding of it shows a line of the file, so that a password is not printed either, whatever its key is called. */
    private void checkSmtp(Yaml.Mapping smtp) {
        Findings open = new Findings();
        Binder binder = new Binder(smtp, "'smtp'", open);
        List.of("host", "port", "security", "user").forEach(binder::scalar);
        binder.scalar("password").ifPresent(written -> rejectSecret(written, open));
        binder.rejectOthers();
        open.sorted()
                .forEach(finding ->
                        findings.add(finding.code(), hidden(finding.at()), finding.message(), finding.hint()));
    }

    private static Location hidden(Location at) {
        return new Location(new Source(at.source().path(), ""), at.line(), at.column());
    }

    /** A password in the file would end in git. */
    private static void rejectSecret(Yaml.Scalar password, Findings findings) {
        if (!VARIABLE.matcher(password.text()).matches()) {
            findings.add(
                    Code.SECRET_IN_FILE,
                    password.at(),
                    "a password stands in the file",
                    "write password: \"${SMTP_PASSWORD}\" and set that variable where the newsletter is sent");
        }
    }
}
