package newsletter.preview;

/** What a document may do, as a Content-Security-Policy field says it. */
enum Policy {
    /** The frame: its own script and style, and pages of this server in frames. */
    FRAME("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
            + " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'"),

    /**
     * The newsletter: no script at all, whatever an editor or a template writes, also where it is opened by itself; its origin
     * stays that of the frame, so that the frame can look at it.
     */
    PAGE("default-src 'none'; img-src 'self' https: http: data:; style-src 'unsafe-inline'; font-src https: data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin");

    private final String text;

    Policy(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
