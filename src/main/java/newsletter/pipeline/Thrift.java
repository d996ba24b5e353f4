package newsletter.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Keeps the memory of a long run level. The JVM's serial collector, which the launcher asks for, looks through the old part of the
 * heap only when that has grown to its limit, a quarter of the machine; until then whatever outlives its first moments piles up,
 * though it has long been let go. Thread-safe.
 */
final class Thrift {
    /** In bytes: not worth clearing. */
    private static final long LITTLE = 24L << 20;

    /** Where objects are that outlived their first moments. Only there collectors let one ask for a threshold. */
    private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.isUsageThresholdSupported() && pool.getType() == MemoryType.HEAP)
            .toList();

    /** In bytes: what was in use when it was last cleared. */
    private long needed;

    /** Clears memory when half as much again is in use as was needed the last time: so clearing takes a small share of the time. */
    synchronized void tidy() {
        if (inUse() > needed + Math.max(LITTLE, needed / 2)) {
            System.gc();
            needed = inUse();
        }
    }

    private long inUse() {
        return old.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }
}
