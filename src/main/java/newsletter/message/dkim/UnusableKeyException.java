package newsletter.message.dkim;

/** A key that messages cannot be signed with. Its message says what it is, and never shows anything of it. */
public final class UnusableKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what is wrong, to be put after "the key": {@code "has 1024 bits, …"}
     * @param hint what to do about it
     */
    UnusableKeyException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
