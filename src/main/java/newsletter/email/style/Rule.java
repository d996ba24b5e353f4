package newsletter.email.style;

import java.util.List;

/**
 * Selectors and what they declare.
 *
 * @param condition the at-rule around it without its braces, {@code @media (max-width:599px)}; empty for none
 * @param order its place among all rules of the page
 */
record Rule(String condition, List<Selector> selectors, List<Declaration> declarations, int order) {
    Rule {
        selectors = List.copyOf(selectors);
        declarations = List.copyOf(declarations);
    }

    boolean isConditional() {
        return !condition.isEmpty();
    }

    Rule with(List<Selector> otherSelectors, List<Declaration> otherDeclarations) {
        return new Rule(condition, otherSelectors, otherDeclarations, order);
    }
}
