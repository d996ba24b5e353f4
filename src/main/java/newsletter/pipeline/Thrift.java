package newsletter.pipeline;

/**
 * Keeps the memory of a long run level. The JVM's serial collector, which the launcher asks for, looks through all of the heap only
 * when that has grown to its limit, a quarter of the machine; until then whatever outlives its first moments piles up, though it has
 * long been let go. Thread-safe.
 */
final class Thrift {
    /** In bytes: not worth clearing. */
    private static final long LITTLE = 24L << 20;

    /** In bytes: what was in use when it was last cleared. */
    private long needed;

    /** Clears memory when half as much again is in use as was needed the last time: so clearing takes a small share of the time. */
    synchronized void tidy() {
        if (inUse() > needed + Math.max(LITTLE, needed / 2)) {
            System.gc();
            needed = inUse();
        }
    }

    private static long inUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
