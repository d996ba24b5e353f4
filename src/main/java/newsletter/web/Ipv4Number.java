package newsletter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 numbers in every form that browsers and {@code inet_aton} take: one to four parts, decimal, octal or hexadecimal. */
final class Ipv4Number {
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final int PARTS = 4;

    private Ipv4Number() {}

    /** Whether a host can only be meant as a number: its last part is one (WHATWG URL, "ends in a number"). */
    static boolean isNumber(String host) {
        return NUMERIC_END.matcher(host).matches();
    }

    /** The address, or nothing where a part is no number or too large. */
    static Optional<InetAddress> parse(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > PARTS) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (PARTS + 1 - parts.length)) : 256;
            Optional<Long> part = part(parts[i]).filter(value -> value < limit);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            address += last ? part.get() : part.get() << (8 * (PARTS - 1 - i));
        }
        return Optional.of(address(address));
    }

    private static Optional<Long> part(String text) {
        try {
            if (text.startsWith("0x")) {
                return Optional.of(text.length() == 2 ? 0 : Long.parseUnsignedLong(text.substring(2), 16))
                        .filter(value -> value >= 0);
            }
            boolean octal = text.length() > 1 && text.startsWith("0");
            return Optional.of(Long.parseUnsignedLong(text, octal ? 8 : 10)).filter(value -> value >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static InetAddress address(long number) {
        byte[] bytes = {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
