package newsletter.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.DkimKey;
import newsletter.model.DomainName;
import newsletter.model.Publication;
import newsletter.model.Secret;
import newsletter.parse.Binder;
import newsletter.parse.Yaml;

/**
 * Reads what {@code newsletter.yaml} says about signing:
 *
 * <pre>
 * domain: example.org              # without it, the sender's
 * selector: news
 * key-file: ../keys/dkim.pem       # outside of the newsletter's folder
 * key: "${DKIM_KEY}"               # or from the environment
 * </pre>
 */
final class DkimReader {
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,200}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /** Larger than any key, in bytes. */
    private static final int LARGEST = 100_000;

    private final Optional<String> sender;
    private final Findings findings;

    /** @param sender in whose domain's name messages are signed where the settings do not say */
    DkimReader(Optional<Publication.Sender> sender, Findings findings) {
        this.sender = sender.map(from -> from.email().substring(from.email().lastIndexOf('@') + 1));
        this.findings = findings;
    }

    /** Looks at it without the environment, and without the key. */
    void check(Yaml.Mapping dkim) {
        Secrets.reject(dkim, findings);
        Findings open = new Findings();
        names(new Binder(dkim, "'dkim'", open), open);
        Secrets.report(open, findings);
    }

    /**
     * The key, or findings and nothing. No finding shows a line of the file.
     *
     * @param dkim filled from the environment
     */
    Optional<DkimKey> read(Yaml.Mapping dkim, Workspace workspace) {
        Findings open = new Findings();
        Binder binder = new Binder(dkim, "'dkim'", open);
        Optional<Names> names = names(binder, open);
        Optional<Secret> pem = binder.scalar("key")
                .map(written -> new Secret(written.text()))
                .or(() -> binder.scalar("key-file").flatMap(written -> pem(written, workspace, open)));
        Secrets.report(open, findings);
        return names.flatMap(
                known -> pem.map(key -> new DkimKey(known.domain(), known.selector(), key, known.keyAt())));
    }

    private record Names(String domain, String selector, Location keyAt) {}

    private Optional<Names> names(Binder dkim, Findings open) {
        Optional<String> domain = dkim.scalar("domain")
                .map(written -> name(written, "a domain", "example.org", open))
                .orElseGet(() -> sender.flatMap(DkimReader::ascii));
        dkim.scalar("domain").ifPresent(written -> compare(written, domain, open));
        Optional<String> selector =
                dkim.required("selector").flatMap(written -> name(written, "a selector", "news", open));
        Optional<Yaml.Scalar> file = dkim.scalar("key-file");
        file.ifPresent(written -> rejectInside(written, open));
        Optional<Yaml.Scalar> key = dkim.scalar("key").or(() -> file);
        if (key.isEmpty()) {
            dkim.reportMissing("key-file");
        }
        dkim.rejectOthers();
        return domain.flatMap(in ->
                selector.flatMap(by -> key.map(written -> new Names(in, by, Secrets.hidden(written.at())))));
    }

    private static Optional<String> name(Yaml.Scalar written, String what, String example, Findings open) {
        if (Variables.isIn(written)) {
            return Optional.empty();
        }
        Optional<String> name = ascii(written.text().strip());
        if (name.isEmpty()) {
            open.add(
                    Code.BAD_DOMAIN,
                    written.at(),
                    "'" + written.text().strip() + "' is not " + what,
                    "write it as it stands in the DNS, like " + example);
        }
        return name;
    }

    /** A name with its letters as the DNS has them (A-labels, RFC 5890). */
    private static Optional<String> ascii(String name) {
        try {
            String ascii = DomainName.ascii(name).toLowerCase(Locale.ROOT);
            return NAME.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** DMARC (RFC 7489, 3.1.1) counts a signature only where it is of the sender's domain, or of one above it. */
    private void compare(Yaml.Scalar written, Optional<String> domain, Findings open) {
        Optional<String> from = sender.flatMap(DkimReader::ascii);
        if (domain.isPresent() && from.isPresent() && !("." + from.get()).endsWith("." + domain.get())) {
            open.add(
                    Code.OTHER_DOMAIN,
                    written.at(),
                    "messages are signed for " + domain.get() + ", and their sender is of " + from.get(),
                    "leave 'domain' out, or sign for the sender's domain: receivers ask for that (DMARC)");
        }
    }

    /** A key in the newsletter's folder would end in git. Where an absolute path leads is only seen where it is read. */
    private static void rejectInside(Yaml.Scalar written, Findings open) {
        if (!leadsOut(written) && !Variables.isIn(written)) {
            reportInside(written, open);
        }
    }

    private static boolean leadsOut(Yaml.Scalar written) {
        String path = written.text().strip();
        return path.startsWith("..") || path.startsWith("/") || path.startsWith("\\") || path.contains(":");
    }

    private static void reportInside(Yaml.Scalar written, Findings open) {
        open.add(
                Code.SECRET_IN_FILE,
                written.at(),
                "the key lies in the newsletter's folder, and would be in git",
                "move it out and write its new path, or write key: \"${DKIM_KEY}\" and set that variable to its text");
    }

    private static Optional<Secret> pem(Yaml.Scalar written, Workspace workspace, Findings open) {
        try {
            Path file = workspace.resolve(written.text().strip()).normalize();
            if (file.startsWith(workspace.root())) {
                if (leadsOut(written)) {
                    reportInside(written, open);
                }
                return Optional.empty();
            }
            if (Files.size(file) <= LARGEST) {
                return Optional.of(new Secret(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException | InvalidPathException e) {
            // Said below, as for a file that is too large to be one.
        }
        open.add(
                Code.BAD_KEY,
                written.at(),
                "the key for DKIM cannot be read: " + written.text().strip(),
                "look at its path and at who may read it; make one with 'openssl genrsa -out dkim.pem 2048'");
        return Optional.empty();
    }
}
