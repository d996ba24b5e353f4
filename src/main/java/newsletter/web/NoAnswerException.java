package newsletter.web;

/** A server gave no answer. The message says more, in lower case; it may hold words of the system or of the server. */
public final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    NoAnswerException(Trouble trouble, String message) {
        super(message);
        this.trouble = trouble;
    }

    NoAnswerException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    /** Why. */
    public Trouble trouble() {
        return trouble;
    }
}
