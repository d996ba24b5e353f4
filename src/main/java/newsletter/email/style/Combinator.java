package newsletter.email.style;

/** What stands between two compounds of a selector (Selectors Level 4, section 15). */
enum Combinator {
    DESCENDANT(" "),
    CHILD(">"),
    NEXT("+"),
    LATER("~");

    private final String text;

    Combinator(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether it leads to elements beside, not above. */
    boolean isSideways() {
        return this == NEXT || this == LATER;
    }
}
