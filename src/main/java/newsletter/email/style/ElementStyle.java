package newsletter.email.style;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the style attributes of one element, or of several that are styled alike, will say. Equal to no other. */
final class ElementStyle {
    private final List<Applied> applied;
    private final String text;

    /** @param applied from the weakest to the strongest, so that what comes later wins, as within any block of declarations */
    ElementStyle(List<Applied> applied) {
        this.applied = List.copyOf(applied);
        this.text = applied.stream().map(one -> one.declaration().inline()).collect(Collectors.joining(";"));
    }

    /** Without what stronger declarations leave nothing of. */
    static ElementStyle of(List<Applied> all) {
        List<Applied> strongestFirst = new ArrayList<>(all);
        strongestFirst.sort(Comparator.comparing(Applied::rank).reversed());
        Deque<Applied> left = new ArrayDeque<>();
        Set<String> set = new HashSet<>();
        for (Applied one : strongestFirst) {
            if (!Shorthands.cover(set, one.property()) || isFallback(one, left)) {
                left.addFirst(one);
                set.addAll(one.declaration().longhands());
            }
        }
        return new ElementStyle(List.copyOf(left));
    }

    /** A property twice in one block is meant: clients that do not know the second value take the first. */
    private static boolean isFallback(Applied one, Deque<Applied> stronger) {
        return stronger.stream()
                .anyMatch(other -> other.property().equals(one.property())
                        && other.rank().isBeside(one.rank())
                        && !other.declaration().value().equals(one.declaration().value()));
    }

    /** From the weakest to the strongest. */
    List<Applied> applied() {
        return applied;
    }

    boolean isEmpty() {
        return applied.isEmpty();
    }

    /** The value of a property as it was declared for this element last. */
    Optional<String> value(String property) {
        return applied.stream()
                .filter(one -> one.property().equals(property))
                .map(one -> one.declaration().value())
                .reduce((first, second) -> second);
    }

    /** Whether a declaration of some strength would change nothing here. */
    boolean hides(Declaration declaration, Rank rank) {
        Set<String> set = new HashSet<>();
        applied.stream()
                .filter(one -> one.isStrongerThan(rank))
                .forEach(one -> set.addAll(one.declaration().longhands()));
        return Shorthands.cover(set, declaration.property());
    }

    /** The attribute's text: {@code margin:0;color:#1F2933}. */
    String text() {
        return text;
    }
}
