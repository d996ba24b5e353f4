package newsletter.send;

import java.util.Arrays;
import newsletter.model.Recipient;

/**
 * Counts mailboxes, each once however often it comes. Keeps 64 bits of each and not its name, so that a million take 16 MB; that
 * two of them share these has a chance of one in 30 million. Not thread-safe.
 */
public final class Headcount {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final int FIRST_SIZE = 1024;

    private long[] seen = new long[FIRST_SIZE];
    private int size;
    private long repeated;

    /** Counts one. */
    public void add(Recipient recipient) {
        if (size * 2 >= seen.length) {
            grow();
        }
        if (put(hash(recipient.key()))) {
            size++;
        } else {
            repeated++;
        }
    }

    /** How many different ones there were. */
    public long distinct() {
        return size;
    }

    /** How many came again. */
    public long repeated() {
        return repeated;
    }

    private void grow() {
        long[] old = seen;
        seen = new long[old.length * 2];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(this::put);
    }

    private boolean put(long hash) {
        int at = (int) hash & (seen.length - 1);
        while (seen[at] != 0) {
            if (seen[at] == hash) {
                return false;
            }
            at = (at + 1) & (seen.length - 1);
        }
        seen[at] = hash;
        return true;
    }

    /** FNV-1a, with its bits mixed so that those of the place are as good as any; never 0, which means a free place. */
    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int index = 0; index < key.length(); index++) {
            hash = (hash ^ key.charAt(index)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
