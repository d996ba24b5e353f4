package newsletter.content;

import java.util.Map;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.parse.Yaml;

/** What only the environment may say: in the file it would end in git. */
final class Secrets {
    /** Each key, and the name of a variable for it. */
    private static final Map<String, String> KEYS =
            Map.of("password", "SMTP_PASSWORD", "unsubscribe-key", "UNSUBSCRIBE_KEY", "key", "DKIM_KEY");

    private Secrets() {}

    /** Reports each secret that stands in a group of keys as it is, at any depth. */
    static void reject(Yaml value, Findings findings) {
        if (value instanceof Yaml.Mapping mapping) {
            mapping.members().forEach((key, member) -> {
                if (KEYS.containsKey(key) && member.value() instanceof Yaml.Scalar written) {
                    reject(key, written, findings);
                }
                reject(member.value(), findings);
            });
        }
    }

    private static void reject(String key, Yaml.Scalar written, Findings findings) {
        if (!written.isEmpty() && !Variables.isAll(written)) {
            findings.add(
                    Code.SECRET_IN_FILE,
                    hidden(written.at()),
                    (key.equals("password") ? "a password" : "a key") + " stands in the file",
                    "write " + key + ": \"${" + KEYS.get(key)
                            + "}\" and set that variable where the newsletter is sent");
        }
    }

    /** Reports what was found in a group of keys, some of which are secret, without the lines that it was found in. */
    static void report(Findings open, Findings findings) {
        open.sorted()
                .forEach(finding ->
                        findings.add(finding.code(), hidden(finding.at()), finding.message(), finding.hint()));
    }

    /** A place whose line no report shows. */
    static Location hidden(Location at) {
        return new Location(new Source(at.source().path(), ""), at.line(), at.column());
    }
}
