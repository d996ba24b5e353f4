package newsletter.cache;

import java.nio.ByteBuffer;

/** What tells most keys apart; whether two are the same is told by their bytes. */
record Fingerprint(int sum, int length) {
    /** What it takes when it is written. */
    static final int BYTES = 2 * Integer.BYTES;

    static Fingerprint of(byte[] key) {
        return new Fingerprint(Slot.sum(key), key.length);
    }

    static Fingerprint read(ByteBuffer from) {
        return new Fingerprint(from.getInt(), from.getInt());
    }

    void write(ByteBuffer to) {
        to.putInt(sum).putInt(length);
    }

    /** Sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%08x%08x", sum, length);
    }
}
