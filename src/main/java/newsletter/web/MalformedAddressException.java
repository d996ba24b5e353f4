package newsletter.web;

/** A text is not an address that may be requested. The message names what is wrong with it, in lower case. */
public final class MalformedAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What is wrong with an address. */
    public enum Fault {
        /** It cannot be read as an address. */
        SYNTAX,
        /** It begins with something other than http and https. */
        SCHEME,
        /** It carries a name or a password before the host. */
        CREDENTIALS,
        /** Its port belongs to another protocol, and browsers do not open it. */
        PORT
    }

    /** Without a stack: most texts are looked at to see whether they are an address, and there is nothing to trace. */
    MalformedAddressException(Fault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
