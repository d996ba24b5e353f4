package newsletter.email.style;

import java.util.Collection;
import java.util.Comparator;

/**
 * How much a selector weighs (Selectors Level 4, section 17).
 *
 * @param ids how many ids
 * @param classes how many classes, attributes and pseudo-classes
 * @param types how many element names and pseudo-elements
 */
record Specificity(int ids, int classes, int types) implements Comparable<Specificity> {
    static final Specificity NONE = new Specificity(0, 0, 0);
    static final Specificity ID = new Specificity(1, 0, 0);
    static final Specificity CLASS = new Specificity(0, 1, 0);
    static final Specificity TYPE = new Specificity(0, 0, 1);

    Specificity plus(Specificity other) {
        return new Specificity(ids + other.ids, classes + other.classes, types + other.types);
    }

    /** All of them together. */
    static Specificity sum(Collection<Specificity> parts) {
        return parts.stream().reduce(NONE, Specificity::plus);
    }

    /** The heaviest of them, which is what {@code :is()}, {@code :not()} and {@code :has()} weigh. */
    static Specificity heaviest(Collection<Specificity> parts) {
        return parts.stream().max(Comparator.naturalOrder()).orElse(NONE);
    }

    @Override
    public int compareTo(Specificity other) {
        int byIds = Integer.compare(ids, other.ids);
        int byClasses = byIds == 0 ? Integer.compare(classes, other.classes) : byIds;
        return byClasses == 0 ? Integer.compare(types, other.types) : byClasses;
    }
}
