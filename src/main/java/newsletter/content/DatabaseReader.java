package newsletter.content;

import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.Database;
import newsletter.model.Secret;
import newsletter.parse.Binder;
import newsletter.parse.Yaml;

/** Reads the keys {@code jdbc}, {@code user} and {@code password} of a group. */
final class DatabaseReader {
    /** In a JDBC address both would be printed with it. */
    private static final Pattern SECRET = Pattern.compile("[?&;](user|password)=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    private static final Pattern KNOWN = Pattern.compile("jdbc:(postgresql|sqlite):.+");

    private final Findings findings;

    DatabaseReader(Findings findings) {
        this.findings = findings;
    }

    /** The database, or findings and nothing. */
    Optional<Database> read(Binder group) {
        Optional<String> address = group.required("jdbc").flatMap(this::address);
        Optional<String> user = group.scalar("user").map(Yaml.Scalar::text);
        Optional<Secret> password = group.scalar("password").map(written -> new Secret(written.text()));
        return address.map(jdbc -> new Database(jdbc, user, password));
    }

    private Optional<String> address(Yaml.Scalar written) {
        String text = written.text().strip();
        if (SECRET.matcher(text).find()) {
            findings.add(
                    Code.SECRET_IN_FILE,
                    Secrets.hidden(written.at()),
                    "a name or a password stands in the address of the database",
                    "write 'user' and 'password' beside 'jdbc', with ${…} for the password");
            return Optional.empty();
        }
        if (!KNOWN.matcher(text).matches() && !Variables.isIn(written)) {
            findings.add(
                    Code.BAD_CHOICE,
                    written.at(),
                    "'" + text + "' is not the address of a database that can be asked",
                    "write jdbc:postgresql://HOST/DATABASE, or jdbc:sqlite:FILE");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
