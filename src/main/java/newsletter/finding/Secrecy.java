package newsletter.finding;

import java.util.regex.Pattern;

/** What of a file no report may show: a password would end in the log of every build. */
public final class Secrecy {
    private static final Pattern SECRET = Pattern.compile(
            "(pass?wor[dt]|passphrase|secret|token|(private|api)[-_]?key)s?[\"']?\\s*:", Pattern.CASE_INSENSITIVE);

    /** The password before the host of an address (RFC 3986, section 3.2.1), and what stands before it. */
    private static final Pattern PASSWORD = Pattern.compile("(://[^/?#\\s\"'<>:@]*:)[^/?#\\s\"'<>]+(?=@)");

    private Secrecy() {}

    /** Whether a line gives something by a name that secrets have, or an address with a password. */
    public static boolean covers(String line) {
        return SECRET.matcher(line).find() || PASSWORD.matcher(line).find();
    }

    /** A text whose addresses have no passwords any more. */
    public static String masked(String text) {
        return text.contains("@") ? PASSWORD.matcher(text).replaceAll("$1…") : text;
    }
}
