package newsletter.send;

/** How the attempt to hand a message to the server ended. */
sealed interface Answer {
    /** What the server said, else what happened. */
    String reply();

    /** The server took the message. */
    record Accepted(String reply) implements Answer {}

    /**
     * The server said no.
     *
     * @param code its reply code (RFC 5321, 4.2): 400 to 499 not now, 500 to 599 never
     */
    record Rejected(int code, String reply) implements Answer {
        /** The service is closing the connection (RFC 5321, 3.8). */
        private static final int CLOSING = 421;

        /** Below it a reply is no refusal. */
        static final int LEAST_CODE = 400;

        private static final int PERMANENT = 500;

        boolean isForGood() {
            return code >= PERMANENT;
        }

        boolean isClosing() {
            return code == CLOSING;
        }
    }

    /**
     * The connection broke.
     *
     * @param taken whether the server may have the message: all of it had been handed over
     */
    record Broken(boolean taken, String reply) implements Answer {}
}
