package newsletter.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.DomainName;

/**
 * Addresses that a reader may follow: https, http, mailto, tel, sms, and anchors within the page. What a browser would run
 * ({@code javascript:}, {@code data:}) is refused, since the text may come from a contributor (cross-site scripting).
 */
public final class Addresses {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(https?://)([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\.]+(\\.[^\\s@<>,;:\"()\\[\\]\\\\.]+)+");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final List<String> SCHEMES = List.of("https", "http", "mailto", "tel", "sms");
    private static final int LAST_OF_ASCII = 0x7F;
    private static final String UNSAFE = "\"<>\\^`{|}";

    private Addresses() {}

    /** The address, or a finding and nothing. */
    public static Optional<URI> parse(String written, Location at, Findings findings) {
        String text = written.strip();
        Optional<String> problem = problem(text);
        if (problem.isPresent()) {
            String message = problem.get() + (text.isEmpty() ? "" : ": " + shorten(text));
            findings.add(Code.BAD_URL, at, message, hint(text));
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(escaped(text)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            String message = "this is not an address that can be opened: " + shorten(text);
            findings.add(Code.BAD_URL, at, message, "copy it anew from the browser's address bar");
            return Optional.empty();
        }
    }

    /** Whether a text looks like one e-mail address with a domain that has a dot. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    private static Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of("the address is empty");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("an address has no blanks");
        }
        if (text.startsWith("#")) {
            return text.length() > 1 ? Optional.empty() : Optional.of("this link leads nowhere");
        }
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            return Optional.of("the address is not complete");
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(name)) {
            return Optional.of("links may not begin with '" + scheme.group(1) + ":'");
        }
        return schemeProblem(name, text);
    }

    private static Optional<String> schemeProblem(String scheme, String text) {
        if (scheme.startsWith("http")) {
            Matcher parts = AUTHORITY.matcher(text);
            return parts.matches() && isHost(parts.group(2))
                    ? Optional.empty()
                    : Optional.of("the address names no host");
        }
        if (scheme.equals("mailto")) {
            String address = text.substring("mailto:".length()).replaceFirst("\\?.*", "");
            return isEmail(address) ? Optional.empty() : Optional.of("this is not an e-mail address");
        }
        return Optional.empty();
    }

    private static boolean isHost(String authority) {
        String host = PORT.matcher(authority.substring(authority.lastIndexOf('@') + 1))
                .replaceFirst("");
        return !host.isEmpty() && !host.startsWith(".") && !host.contains("..");
    }

    private static String hint(String text) {
        if (isEmail(text)) {
            return "write it as mailto:" + text;
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return "write %20 for a blank within an address";
        }
        if (text.startsWith("mailto:")) {
            return "write it like mailto:news@example.org";
        }
        if (text.startsWith("/") || text.startsWith("#") || SCHEME.matcher(text).matches()) {
            return "write the whole address, beginning with https:// or mailto:";
        }
        return text.isEmpty() ? "write the whole address" : "write https://" + shorten(text);
    }

    /** ASCII throughout: the host by IDNA (RFC 5891), the rest by percent signs (RFC 3986). */
    private static String escaped(String text) throws URISyntaxException {
        Matcher parts = AUTHORITY.matcher(text);
        String ascii = parts.matches() ? parts.group(1) + DomainName.ascii(parts.group(2)) + parts.group(3) : text;
        StringBuilder safe = new StringBuilder();
        boolean query = false;
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            query |= c == '?' || c == '#';
            boolean bracket = query && (c == '[' || c == ']');
            boolean loosePercent = c == '%'
                    && !ESCAPED.matcher(ascii).region(i, ascii.length()).lookingAt();
            safe.append(UNSAFE.indexOf(c) >= 0 || bracket || loosePercent ? String.format("%%%02X", (int) c) : c);
        }
        return safe.chars().allMatch(c -> c <= LAST_OF_ASCII)
                ? safe.toString()
                : new URI(safe.toString()).toASCIIString();
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "…";
    }
}
