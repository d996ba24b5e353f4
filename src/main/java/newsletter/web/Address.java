package newsletter.web;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.web.MalformedAddressException.Fault;

/**
 * A web address in its one spelling, so that two ways to write it are equal. It holds no name and no password: an address with
 * them is not one, and they cannot be sent.
 *
 * @param secure https and not http
 * @param port from 1
 * @param path begins with a slash; without dot segments
 * @param query with its question mark; empty for none
 * @param fragment without the hash sign
 */
public record Address(boolean secure, Host host, int port, String path, String query, Optional<String> fragment) {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern PARTS =
            Pattern.compile("(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::([0-9]{0,5}))?");
    private static final int LONGEST = 8_000;

    /** Ports of other protocols that browsers refuse (WHATWG Fetch, "bad port"): a request there could speak to a mail server. */
    private static final Set<Integer> BLOCKED = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211);

    /**
     * Reads an address.
     *
     * @throws MalformedAddressException when it cannot be requested; says why
     */
    public static Address parse(String written) throws MalformedAddressException {
        String text = written.strip();
        if (text.length() > LONGEST) {
            throw new MalformedAddressException(Fault.SYNTAX, "the address is longer than " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new MalformedAddressException(Fault.SYNTAX, "an address has no blanks");
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw unreadable(text);
        }
        boolean secure = parts.group(1).toLowerCase(Locale.ROOT).equals("https");
        Matcher authority = authority(parts.group(2));
        return new Address(
                secure,
                Host.parse(authority.group(1)),
                port(authority.group(2), secure),
                path(parts.group(3)),
                Optional.ofNullable(parts.group(4))
                        .map(PercentCoding::normalise)
                        .orElse(""),
                fragment(parts.group(5)));
    }

    private static MalformedAddressException unreadable(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches() && !scheme.group(1).toLowerCase(Locale.ROOT).matches("https?")) {
            return new MalformedAddressException(Fault.SCHEME, "it begins with '" + scheme.group(1) + ":'");
        }
        return new MalformedAddressException(Fault.SYNTAX, "the address is not complete");
    }

    private static Matcher authority(String text) throws MalformedAddressException {
        if (text.contains("@")) {
            throw new MalformedAddressException(Fault.CREDENTIALS, "the address carries a name or a password");
        }
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            throw new MalformedAddressException(Fault.SYNTAX, "'" + text + "' is not the name of a host");
        }
        return authority;
    }

    private static int port(@org.jspecify.annotations.Nullable String digits, boolean secure)
            throws MalformedAddressException {
        if (digits == null || digits.isEmpty()) {
            return usualPort(secure);
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new MalformedAddressException(Fault.SYNTAX, "there is no port " + digits);
        }
        if (BLOCKED.contains(port)) {
            throw new MalformedAddressException(Fault.PORT, "browsers do not open port " + port);
        }
        return port;
    }

    private static int usualPort(boolean secure) {
        return secure ? 443 : 80;
    }

    private static Optional<String> fragment(@org.jspecify.annotations.Nullable String withHash) {
        return Optional.ofNullable(withHash).map(text -> text.substring(1)).filter(text -> !text.isEmpty());
    }

    /** Without dot segments (RFC 3986, section 5.2.4). */
    private static String path(String written) {
        String path = PercentCoding.normalise(written.replace('\\', '/'));
        if (!path.contains("/.")) {
            return path.isEmpty() ? "/" : path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (String segment : segments) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String last = segments[segments.length - 1];
        boolean folder = last.equals(".") || last.equals("..");
        return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
    }

    /**
     * Where a {@code Location} header leads from here (RFC 9110, section 10.2.2): a fragment is inherited.
     *
     * @throws MalformedAddressException when it cannot be requested
     */
    public Address resolve(String location) throws MalformedAddressException {
        String reference = bytesEncoded(location.strip());
        Address target = parse(absolute(reference));
        return target.fragment.isPresent() || fragment.isEmpty()
                ? target
                : new Address(target.secure, target.host, target.port, target.path, target.query, fragment);
    }

    private String absolute(String reference) {
        if (SCHEME.matcher(reference).matches()) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return scheme() + ":" + reference;
        }
        if (reference.startsWith("/")) {
            return origin() + reference;
        }
        if (reference.startsWith("?")) {
            return origin() + path + reference;
        }
        if (reference.isEmpty() || reference.startsWith("#")) {
            return origin() + path + query + reference;
        }
        return origin() + path.substring(0, path.lastIndexOf('/') + 1) + reference;
    }

    /** Servers write blanks and raw bytes into this header; browsers follow them. The bytes were read as ISO 8859-1. */
    private static String bytesEncoded(String location) {
        StringBuilder encoded = new StringBuilder();
        location.chars()
                .forEach(c -> encoded.append(
                        c <= 0x20 || c >= 0x7F ? String.format(Locale.ROOT, "%%%02X", c & 0xFF) : (char) c));
        return encoded.toString();
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return secure ? "https" : "http";
    }

    /** Host, and port where it is not the usual one: what the Host header says. */
    public String authority() {
        return port == usualPort(secure) ? host.toString() : host + ":" + port;
    }

    /** Scheme and authority: whose connections can be shared. */
    public String origin() {
        return scheme() + "://" + authority();
    }

    /** Path and query: what is asked for. */
    public String target() {
        return path + query;
    }

    /** The same page, without a place in it. */
    public Address page() {
        return fragment.isEmpty() ? this : new Address(secure, host, port, path, query, Optional.empty());
    }

    /** The parts of the path that say something: none for {@code /}. */
    public int depth() {
        return (int)
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).count();
    }

    /** The whole address; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return origin() + target() + fragment.map(text -> "#" + text).orElse("");
    }
}
