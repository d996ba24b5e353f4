package newsletter.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where in a file a key stands with its value behind it.
 *
 * @param at the 0-based place of its first byte
 * @param keyLength how many bytes the key has
 * @param valueLength how many bytes the value has
 * @param sum the CRC-32 (ISO 3309) of both
 */
record Slot(long at, int keyLength, int valueLength, int sum) {
    /** What a slot takes when it is written. */
    static final int BYTES = Long.BYTES + 3 * Integer.BYTES;

    static Slot read(ByteBuffer from) {
        return new Slot(from.getLong(), from.getInt(), from.getInt(), from.getInt());
    }

    void write(ByteBuffer to) {
        to.putLong(at).putInt(keyLength).putInt(valueLength).putInt(sum);
    }

    /** Key and value, in bytes. */
    int length() {
        return keyLength + valueLength;
    }

    /** Whether it can be one that was written: not of a damaged file. */
    boolean isWithin(long size) {
        return at >= 0 && keyLength >= 0 && valueLength >= 0 && at + keyLength + (long) valueLength <= size;
    }

    /** Whether these bytes are what was written. */
    boolean holds(byte[] bytes) {
        return bytes.length == length() && sum(bytes) == sum;
    }

    /** The value, where these bytes are what was written, and under this key. */
    Optional<byte[]> value(byte[] bytes, byte[] key) {
        return Arrays.equals(bytes, 0, keyLength, key, 0, key.length) && holds(bytes)
                ? Optional.of(Arrays.copyOfRange(bytes, keyLength, bytes.length))
                : Optional.empty();
    }

    static int sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
