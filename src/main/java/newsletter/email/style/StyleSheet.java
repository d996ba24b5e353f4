package newsletter.email.style;

import java.util.ArrayList;
import java.util.List;

/**
 * A style sheet as it was read.
 *
 * @param rules in order
 * @param named at-rules that declarations call by name
 */
record StyleSheet(List<Rule> rules, List<Named> named) {
    StyleSheet {
        rules = List.copyOf(rules);
        named = List.copyOf(named);
    }

    /**
     * {@code @font-face} or {@code @keyframes}: worth its bytes only where its name is used.
     *
     * @param name as declarations call it
     */
    record Named(String name, String text) {}

    /** Several style sheets as one, the rules numbered anew. */
    static StyleSheet join(List<StyleSheet> sheets) {
        List<Rule> rules = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        for (StyleSheet sheet : sheets) {
            for (Rule rule : sheet.rules) {
                rules.add(new Rule(rule.condition(), rule.selectors(), rule.declarations(), rules.size()));
            }
            named.addAll(sheet.named);
        }
        return new StyleSheet(rules, named);
    }
}
