package newsletter.web;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.web.MalformedAddressException.Fault;

/**
 * The host of an address: a name, or a number in one of the many ways that a number can be written.
 *
 * @param name in ASCII and lower case, without a final dot; a number in its usual form, IPv6 without brackets
 * @param number the number, when it is one: it needs no look-up
 */
public record Host(String name, Optional<InetAddress> number) {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern IPV6 = Pattern.compile("\\[([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)]");

    /**
     * Reads a host as browsers do: {@code 2130706433}, {@code 0x7f.1} and {@code 0177.0.0.1} are all 127.0.0.1, so that no
     * spelling slips past the {@link Gate} as if it were a name.
     *
     * @throws MalformedAddressException when it is none
     */
    static Host parse(String written) throws MalformedAddressException {
        if (written.startsWith("[")) {
            return number(ipv6(written));
        }
        String name = ascii(written);
        if (Ipv4Number.isNumber(name)) {
            return number(
                    Ipv4Number.parse(name).orElseThrow(() -> wrong("'" + written + "' is not a number of a host")));
        }
        if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
            throw wrong(
                    written.isEmpty() ? "the address names no host" : "'" + written + "' is not the name of a host");
        }
        return new Host(name, Optional.empty());
    }

    private static Host number(InetAddress address) {
        return new Host(address.getHostAddress(), Optional.of(address));
    }

    private static InetAddress ipv6(String written) throws MalformedAddressException {
        if (IPV6.matcher(written).matches()) {
            try {
                return InetAddress.getByName(written);
            } catch (UnknownHostException e) {
                // Said below, as for what does not look like one.
            }
        }
        throw wrong("'" + written + "' is not a number of a host");
    }

    /** By IDNA (RFC 3490), which also turns full-width digits and dots into plain ones. */
    private static String ascii(String written) throws MalformedAddressException {
        try {
            String name = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        } catch (IllegalArgumentException e) {
            throw wrong("'" + written + "' is not the name of a host");
        }
    }

    private static MalformedAddressException wrong(String message) {
        return new MalformedAddressException(Fault.SYNTAX, message);
    }

    /** As it stands in an address: an IPv6 number in brackets. */
    @Override
    public String toString() {
        return name.indexOf(':') < 0 ? name : "[" + name + "]";
    }
}
