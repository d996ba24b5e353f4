package newsletter.parse;

/**
 * A text that may be read only so often. A parser takes about the same time for each character that it reads, so an input made
 * to be slow stops here after the same work on every machine, which a clock could not promise. Reading also stops when the
 * thread is interrupted. For one thread.
 */
final class MeteredText implements CharSequence {
    private final CharSequence text;
    private final Meter meter;

    /** @param most how many characters may be read, each counted as often as it is read */
    MeteredText(CharSequence text, long most) {
        this(text, new Meter(most));
    }

    private MeteredText(CharSequence text, Meter meter) {
        this.text = text;
        this.meter = meter;
    }

    /** Common to a text and all its parts. */
    private static final class Meter {
        private long left;

        Meter(long most) {
            this.left = most;
        }
    }

    /** The text was read too often, or nobody waits for it any more. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public char charAt(int index) {
        if (--meter.left < 0 || Thread.currentThread().isInterrupted()) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new MeteredText(text.subSequence(start, end), meter);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
