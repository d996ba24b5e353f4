package newsletter.content;

import java.util.List;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.parse.Binder;
import newsletter.parse.Yaml;

/** Looks at what {@code newsletter.yaml} says about the mail server. */
final class SmtpReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

    private final Findings findings;

    SmtpReader(Findings findings) {
        this.findings = findings;
    }

    /** No finding of it shows a line of the file, so that a password is not printed either, whatever its key is called. */
    void check(Binder settings) {
        settings.group("smtp").ifPresent(this::check);
    }

    private void check(Yaml.Mapping smtp) {
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
