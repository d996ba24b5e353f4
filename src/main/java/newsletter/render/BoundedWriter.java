package newsletter.render;

import java.io.IOException;
import java.io.Writer;

/**
 * Collects what a template writes, up to a limit: one that writes without end must not fill the memory. Thread-safe,
 * since a template that is given up may still be writing.
 */
final class BoundedWriter extends Writer {
    private final StringBuilder written = new StringBuilder();
    private final int limit;
    private boolean full;

    /** @param limit in UTF-16 units */
    BoundedWriter(int limit) {
        this.limit = limit;
    }

    /** More was written than there is room for. */
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public synchronized void write(char[] text, int from, int length) throws IOException {
        if (written.length() + length > limit) {
            full = true;
            throw new FullException();
        }
        written.append(text, from, length);
    }

    /** Whether something did not fit. */
    synchronized boolean isFull() {
        return full;
    }

    @Override
    public synchronized String toString() {
        return written.toString();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
