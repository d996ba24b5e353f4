package newsletter.email.style;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A complex selector: {@code .prose > p:first-child}.
 *
 * @param compounds from left to right, at least one
 * @param combinators those between them: one fewer
 */
record Selector(List<Compound> compounds, List<Combinator> combinators) {
    /** @throws IllegalArgumentException when the numbers do not fit */
    Selector {
        compounds = List.copyOf(compounds);
        combinators = List.copyOf(combinators);
        if (compounds.size() != combinators.size() + 1) {
            throw new IllegalArgumentException("a combinator stands between two compounds: " + compounds);
        }
    }

    /** The compound that tells of the element itself: the last one. */
    Compound subject() {
        return compounds.get(compounds.size() - 1);
    }

    /** As it is written, without any blank that is not needed. */
    String text() {
        StringBuilder text = new StringBuilder(compounds.get(0).text());
        for (int i = 0; i < combinators.size(); i++) {
            text.append(combinators.get(i).text()).append(compounds.get(i + 1).text());
        }
        return text.toString();
    }

    Specificity specificity() {
        return Specificity.sum(compounds.stream().map(Compound::specificity).toList());
    }

    /** Whether the answer of {@link #matches} is the same in every client and at any time, so that it can be settled here. */
    boolean isFixed() {
        for (int i = 0; i < compounds.size(); i++) {
            if (!compounds.get(i).isFixed() || isHook(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the answer of {@link #matches} is the same for all {@link Kin}, and takes more than a look at the element to find. */
    boolean isForKin() {
        return !combinators.isEmpty()
                && combinators.stream().noneMatch(Combinator::isSideways)
                && compounds.stream()
                        .flatMap(compound -> compound.tests().stream())
                        .allMatch(Selector::isForKin);
    }

    private static boolean isForKin(Simple test) {
        return test instanceof Simple.ClassName
                || test instanceof Simple.Type
                || test instanceof Simple.Any
                || test instanceof Simple.Link
                || test instanceof Simple.Changing
                || test instanceof Simple.Hook
                || test instanceof Simple.PseudoElement;
    }

    /** All simple selectors in it, those within brackets too. */
    Stream<Simple> allTests() {
        return compounds.stream().flatMap(Compound::allTests);
    }

    /** The compounds that elements of the page have to match: those behind the last one that speaks of a client's. */
    Stream<Compound> needed() {
        int from = IntStream.rangeClosed(1, compounds.size())
                .map(i -> compounds.size() - i)
                .filter(this::isHook)
                .map(hook -> hook + 1)
                .findFirst()
                .orElse(0);
        return compounds.subList(from, compounds.size()).stream();
    }

    /** The same for fewer elements, see {@link Compound#narrowedTo}. */
    Selector narrowedTo(String className) {
        List<Compound> narrowed = new ArrayList<>(compounds);
        narrowed.set(narrowed.size() - 1, subject().narrowedTo(className));
        return new Selector(narrowed, combinators);
    }

    /** Whether it can match an element: for certain where it {@link #isFixed()}, else in some client at some time. */
    boolean matches(Element element) {
        return matches(compounds.size() - 1, element);
    }

    private boolean matches(int at, Element element) {
        return compounds.get(at).matches(element) && (at == 0 || isHook(at - 1) || leadsTo(at - 1, element));
    }

    /** What only a client has is taken to be there. */
    private boolean isHook(int at) {
        if (at == combinators.size()) {
            return false;
        }
        Compound compound = compounds.get(at);
        return compound.isHook() || (combinators.get(at).isSideways() && compound.isGmail());
    }

    private boolean leadsTo(int at, Element element) {
        return switch (combinators.get(at)) {
            case CHILD -> matchesIfThere(at, element.parent());
            case NEXT -> matchesIfThere(at, element.previousElementSibling());
            case DESCENDANT -> anyAbove(at, element);
            case LATER -> anyBefore(at, element);
        };
    }

    private boolean matchesIfThere(int at, @Nullable Element element) {
        return element != null && element.parent() != null && matches(at, element);
    }

    private boolean anyAbove(int at, Element element) {
        for (Element above = element.parent(); above != null && above.parent() != null; above = above.parent()) {
            if (matches(at, above)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyBefore(int at, Element element) {
        Element before = element.previousElementSibling();
        while (before != null) {
            if (matches(at, before)) {
                return true;
            }
            before = before.previousElementSibling();
        }
        return false;
    }
}
