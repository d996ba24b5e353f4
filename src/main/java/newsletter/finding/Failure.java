package newsletter.finding;

/** A failure of the surroundings: a disk, a server, a missing variable. Its message is printed as it is; the exit code is 3. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence in lower case: what failed, and what to do */
    public Failure(String message) {
        super(message);
    }

    /** @param message one sentence in lower case: what failed, and what to do */
    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
