package newsletter.web;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A connection's stream as a body sees it: the end of the body is not the end of the connection. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // Whoever opened the connection closes it.
    }
}
