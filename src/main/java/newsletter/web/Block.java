package newsletter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses.
 *
 * @param network its first address
 * @param length how many leading bits all its addresses share
 * @param meaning what it is for, in words that stand after "a"
 */
record Block(InetAddress network, int length, String meaning) {
    /**
     * A block by its usual notation.
     *
     * @param notation like {@code 10.0.0.0/8}; a number, never a name
     */
    static Block of(String notation, String meaning) {
        String[] parts = notation.split("/", 2);
        try {
            return new Block(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]), meaning);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a block of addresses: " + notation, e);
        }
    }

    /** Whether an address lies in it; one of the other family never does. */
    boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (((own[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }
}
