package newsletter.email.style;

import java.util.List;
import java.util.stream.Collectors;

/** The text of the one {@code <style>} that stays, as short as it can be; a line for each rule, as mail wants its lines below 998 octets. */
final class KeptStyle {
    private KeptStyle() {}

    static String text(List<StyleSheet.Named> named, List<Rule> rules) {
        StringBuilder text = new StringBuilder();
        named.forEach(one -> text.append(one.text()).append('\n'));
        String open = "";
        for (Rule rule : rules) {
            if (!rule.condition().equals(open)) {
                text.append(open.isEmpty() ? "" : "}\n");
                text.append(rule.isConditional() ? rule.condition() + "{\n" : "");
                open = rule.condition();
            }
            text.append(text(rule)).append('\n');
        }
        return text.append(open.isEmpty() ? "" : "}\n").toString();
    }

    private static String text(Rule rule) {
        String selectors = rule.selectors().stream().map(Selector::text).collect(Collectors.joining(","));
        return rule.declarations().stream()
                .map(Declaration::kept)
                .collect(Collectors.joining(";", selectors + "{", "}"));
    }
}
