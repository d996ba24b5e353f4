package newsletter.email.style;

/**
 * How strong a declaration is (CSS Cascading Level 4, section 6.1); the later of two is stronger when all else is the same.
 *
 * @param level the origin
 * @param order the rule's place on the page
 * @param position the declaration's place in its rule
 */
record Rank(Level level, Specificity specificity, int order, int position) implements Comparable<Rank> {
    /** From the weakest to the strongest. */
    enum Level {
        SHEET,
        ATTRIBUTE,
        IMPORTANT_SHEET,
        IMPORTANT_ATTRIBUTE
    }

    /** Of a declaration in a style sheet. */
    static Rank ofSheet(Declaration declaration, Specificity specificity, int order, int position) {
        Level level = declaration.important() ? Level.IMPORTANT_SHEET : Level.SHEET;
        return new Rank(level, specificity, order, position);
    }

    /** Of a declaration in a style attribute. */
    static Rank ofAttribute(Declaration declaration, int position) {
        Level level = declaration.important() ? Level.IMPORTANT_ATTRIBUTE : Level.ATTRIBUTE;
        return new Rank(level, Specificity.NONE, 0, position);
    }

    /** Whether both stand in the same block. */
    boolean isBeside(Rank other) {
        return level == other.level && order == other.order && specificity.equals(other.specificity);
    }

    @Override
    public int compareTo(Rank other) {
        int byLevel = level.compareTo(other.level);
        int bySpecificity = byLevel == 0 ? specificity.compareTo(other.specificity) : byLevel;
        int byOrder = bySpecificity == 0 ? Integer.compare(order, other.order) : bySpecificity;
        return byOrder == 0 ? Integer.compare(position, other.position) : byOrder;
    }
}
