package newsletter.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** What may stand in {@code <style>}: little, flat and of our own (email-bugs #90, #21). */
final class StyleSheetRule implements Rule {
    private static final int LARGEST = 16 * 1024;

    @Override
    public void check(Letter letter, Findings findings) {
        List<Element> styles = letter.page().select("style");
        StylePlaces places = new StylePlaces(letter);
        for (Element style : styles) {
            StyleBlock.all(style.data()).forEach(block -> check(block, style, places, findings));
        }
        long size = styles.stream()
                .mapToLong(style -> style.data().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        boolean said = findings.has(Code.CSS_TOO_LARGE, letter.styleSheet().start());
        if (size > LARGEST && !said) {
            findings.add(
                    Code.LARGE_STYLE,
                    letter.at(styles.get(0)),
                    "the page's <style> has " + (size + 1023) / 1024 + " KB, and Gmail drops it past 16",
                    "take out what the page does not use");
        }
    }

    private static void check(StyleBlock block, Element style, StylePlaces places, Findings findings) {
        if (block.isAtRule()) {
            checkAtRule(block, style, places, findings);
        } else {
            block.declarations().forEach(declaration -> check(declaration, style, places, findings));
        }
    }

    private static void checkAtRule(StyleBlock rule, Element style, StylePlaces places, Findings findings) {
        if (rule.prelude().startsWith("@import") || rule.prelude().startsWith("@font-face")) {
            findings.add(
                    Code.EXTERNAL_STYLE,
                    places.of(rule.prelude(), style),
                    "few mail programs load what '" + rule.name() + "' asks for",
                    "write the styles themselves, and fonts that computers have");
        }
        rule.deep()
                .filter(StyleBlock::isAtRule)
                .forEach(inner -> findings.add(
                        Code.NESTED_AT_RULE,
                        places.of(inner.prelude(), style),
                        "'" + inner.prelude() + "' stands within '" + rule.prelude()
                                + "', and Gmail drops the whole <style>",
                        "write it beside the other one, not in it"));
    }

    private static void check(Declaration declaration, Element style, StylePlaces places, Findings findings) {
        UnsafeStyle.hint(declaration)
                .ifPresent(hint -> findings.add(
                        Code.UNSAFE_STYLE,
                        places.of(declaration, style),
                        "not every mail program understands '" + declaration + "'",
                        hint));
    }
}
