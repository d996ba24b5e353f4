package newsletter.render;

import freemarker.core.Environment;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a template writes, up to a limit: one that writes without end must not fill the memory. Thread-safe,
 * since a template that is given up may still be writing.
 */
final class BoundedWriter extends Writer {
    private final StringBuilder written = new StringBuilder();
    private final int limit;
    private boolean full;
    private @Nullable String template;

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
            Environment running = Environment.getCurrentEnvironment();
            template = running == null ? null : running.getCurrentTemplate().getName();
            throw new FullException();
        }
        written.append(text, from, length);
    }

    /** Whether something did not fit. */
    synchronized boolean isFull() {
        return full;
    }

    /** The template that wrote what did not fit. */
    synchronized Optional<String> template() {
        return Optional.ofNullable(template);
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
