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

    // Written out, since this is a key: what Java puts together for a record takes it long at the first time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint one && one.sum == sum && one.length == length;
    }

    @Override
    public int hashCode() {
        return sum;
    }

    /** Sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%08x%08x", sum, length);
    }
}
