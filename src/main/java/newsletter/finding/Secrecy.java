package newsletter.finding;

import java.util.regex.Pattern;

/** Which lines of a file no report may show: one with a password in it would end in the log of every build. */
public final class Secrecy {
    private static final Pattern SECRET = Pattern.compile(
            "(pass?wor[dt]|passphrase|secret|token|(private|api)[-_]?key)s?[\"']?\\s*:", Pattern.CASE_INSENSITIVE);

    private Secrecy() {}

    /** Whether a line gives something by a name that secrets have. */
    public static boolean covers(String line) {
        return SECRET.matcher(line).find();
    }
}
