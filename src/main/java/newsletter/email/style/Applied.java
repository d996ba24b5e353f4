package newsletter.email.style;

/** A declaration that applies to an element, and how strong it is there. */
record Applied(Declaration declaration, Rank rank) {
    String property() {
        return declaration.property();
    }

    boolean isStrongerThan(Rank other) {
        return rank.compareTo(other) > 0;
    }

    boolean overlaps(Declaration other) {
        return Shorthands.overlap(property(), other.property());
    }
}
