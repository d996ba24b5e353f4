package newsletter.model;

import java.net.IDN;
import java.util.regex.Pattern;

/** The name of a host as programs write it. */
public final class DomainName {
    /** RFC 1123, 2.1: letters, digits and hyphens, as almost every name is already. */
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

    private static final Pattern PLAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    private DomainName() {}

    /**
     * A name in ASCII (IDNA, RFC 3490). The JDK's tables for that take 20 ms to load, so a plain name goes round them.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    public static String ascii(String name) {
        return PLAIN.matcher(name).matches() ? name : IDN.toASCII(name);
    }

    /**
     * The same for a name of which nothing else than letters, digits and hyphens is allowed, as in an e-mail address.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    public static String strictAscii(String name) {
        return PLAIN.matcher(name).matches() ? name : IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
    }
}
