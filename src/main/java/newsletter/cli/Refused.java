package newsletter.cli;

/** A guard does not let a send through. Its message is printed as it is: what is missing, and what to do. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
