package newsletter.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that a stranger's link must not make us ask (server-side request forgery): those of this machine, of the network
 * around it, and of no single machine on the internet. From the special-purpose registries of IANA (RFC 6890).
 */
final class SpecialAddresses {
    private static final List<Block> IPV4 = List.of(
            Block.of("0.0.0.0/8", "unspecified address"),
            Block.of("10.0.0.0/8", "private address"),
            Block.of("100.64.0.0/10", "carrier's private address"),
            Block.of("127.0.0.0/8", "loopback address"),
            Block.of("168.63.129.16/32", "cloud machine's own address"),
            Block.of("169.254.0.0/16", "link-local address"),
            Block.of("172.16.0.0/12", "private address"),
            Block.of("192.0.0.0/24", "reserved address"),
            Block.of("192.0.2.0/24", "documentation address"),
            Block.of("192.88.99.0/24", "reserved address"),
            Block.of("192.168.0.0/16", "private address"),
            Block.of("198.18.0.0/15", "test network's address"),
            Block.of("198.51.100.0/24", "documentation address"),
            Block.of("203.0.113.0/24", "documentation address"),
            Block.of("224.0.0.0/4", "multicast address"),
            Block.of("240.0.0.0/4", "reserved address"));

    private static final List<Block> IPV6 = List.of(
            Block.of("::/128", "unspecified address"),
            Block.of("::1/128", "loopback address"),
            Block.of("2001::/23", "reserved address"),
            Block.of("2001:db8::/32", "documentation address"),
            Block.of("3fff::/20", "documentation address"),
            Block.of("fc00::/7", "private address"),
            Block.of("fe80::/10", "link-local address"),
            Block.of("fec0::/10", "private address"),
            Block.of("ff00::/8", "multicast address"));

    /** What is given out to single machines on the internet; everything else is reserved. */
    private static final Block UNICAST = Block.of("2000::/3", "public address");

    private static final Block NAT64 = Block.of("64:ff9b::/96", "translated address");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16", "tunnelled address");

    /** An IPv4 address stands after this within an ISATAP address (RFC 5214), with the bit for "public" off or on. */
    private static final List<byte[]> ISATAP =
            List.of(new byte[] {0, 0, 0x5e, (byte) 0xfe}, new byte[] {2, 0, 0x5e, (byte) 0xfe});

    private SpecialAddresses() {}

    /** Why an address must not be asked, in words that stand after "a"; nothing for a public one. */
    static Optional<String> meaning(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return in(IPV4, address);
        }
        Optional<String> special = in(IPV6, address);
        if (special.isPresent()) {
            return special;
        }
        if (isMapped(bytes) || NAT64.contains(address)) {
            return in(IPV4, embedded(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return in(IPV4, embedded(bytes, 2));
        }
        if (ISATAP.stream().anyMatch(mark -> Arrays.equals(mark, Arrays.copyOfRange(bytes, 8, 12)))) {
            return in(IPV4, embedded(bytes, 12));
        }
        return UNICAST.contains(address) ? Optional.empty() : Optional.of("reserved address");
    }

    private static Optional<String> in(List<Block> blocks, InetAddress address) {
        return blocks.stream()
                .filter(block -> block.contains(address))
                .map(Block::meaning)
                .findFirst();
    }

    /** {@code ::ffff:a.b.c.d}, for an address that was made from bytes and not read, and is therefore still of 16. */
    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
