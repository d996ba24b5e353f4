package newsletter.email.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What each element of a page looks like by the rules that hold in every client at any time: CSS Cascading Level 4 for the origin
 * "author", with custom properties put in place (CSS Variables Level 1).
 */
final class Cascade {
    private static final Settled NONE = new Settled(Variables.NONE, new ElementStyle(List.of()));

    private final Findings findings;
    private final Map<Element, List<Block>> matched = new HashMap<>();

    /** By all that an element's style depends on: the same for most of a page's elements as for some other. */
    private final Map<Variables, Map<List<Block>, Settled>> settled = new HashMap<>();

    private final Map<Element, Settled> byElement = new HashMap<>();

    /** What a rule declares by one of its selectors, or a style attribute; equal to no other. */
    private static final class Block {
        private final List<Applied> applied;

        private Block(List<Applied> applied) {
            this.applied = applied;
        }
    }

    private record Settled(Variables variables, ElementStyle style) {}

    private Cascade(Findings findings) {
        this.findings = findings;
    }

    static Cascade of(
            PageIndex page, StyleSheet sheet, PageSources sources, StyleSheetReader reader, Findings findings) {
        Cascade cascade = new Cascade(findings);
        sheet.rules().stream().filter(rule -> !rule.isConditional()).forEach(rule -> cascade.match(rule, page));
        for (Element element : page.all()) {
            if (element.hasAttr("style")) {
                cascade.add(element, block(reader.readAttribute(sources.ofAttribute(element))));
            }
            cascade.settle(element);
        }
        return cascade;
    }

    private void match(Rule rule, PageIndex page) {
        for (Selector selector : rule.selectors()) {
            if (selector.isFixed()) {
                Block block = new Block(applied(rule, selector.specificity()));
                page.matching(selector).forEach(element -> add(element, block));
            }
        }
    }

    private static List<Applied> applied(Rule rule, Specificity specificity) {
        List<Applied> applied = new ArrayList<>();
        for (Declaration declaration : rule.declarations()) {
            applied.add(new Applied(declaration, Rank.ofSheet(declaration, specificity, rule.order(), applied.size())));
        }
        return applied;
    }

    private static Block block(List<Declaration> attribute) {
        return new Block(IntStream.range(0, attribute.size())
                .mapToObj(i -> new Applied(attribute.get(i), Rank.ofAttribute(attribute.get(i), i)))
                .toList());
    }

    private void add(Element element, Block block) {
        matched.computeIfAbsent(element, any -> new ArrayList<>()).add(block);
    }

    private void settle(Element element) {
        Variables outer = variables(element.parent());
        Settled style = settled.computeIfAbsent(outer, any -> new HashMap<>())
                .computeIfAbsent(matched.getOrDefault(element, List.of()), blocks -> settle(outer, blocks));
        byElement.put(element, style);
    }

    private Settled settle(Variables outer, List<Block> blocks) {
        List<Applied> all =
                blocks.stream().flatMap(block -> block.applied.stream()).toList();
        Variables own = outer.with(customProperties(all));
        List<Applied> declared = all.stream()
                .filter(one -> !one.declaration().isCustom())
                .map(one -> settle(one, own))
                .flatMap(Optional::stream)
                .toList();
        return new Settled(own, ElementStyle.of(declared));
    }

    private static Map<String, String> customProperties(List<Applied> all) {
        Map<String, String> properties = new HashMap<>();
        all.stream()
                .filter(one -> one.declaration().isCustom())
                .sorted(Comparator.comparing(Applied::rank))
                .forEach(one -> properties.put(one.property(), one.declaration().value()));
        return properties;
    }

    private Optional<Applied> settle(Applied one, Variables own) {
        return settle(one.declaration(), own).map(declaration -> new Applied(declaration, one.rank()));
    }

    /** A declaration with its custom properties put in place; empty, with a finding, where one has no value. */
    private Optional<Declaration> settle(Declaration declaration, Variables own) {
        if (!declaration.value().contains("var(")) {
            return Optional.of(declaration);
        }
        Optional<String> value = own.resolve(declaration.value());
        if (value.isEmpty()) {
            findings.add(
                    Code.CSS_VARIABLE,
                    declaration.at(),
                    "a custom property in '" + declaration.value() + "' has no value",
                    "declare it in :root, or give var() a fallback after a comma");
        }
        return value.map(text -> declaration.withValue(Colors.sixDigits(declaration.property(), text)));
    }

    private Variables variables(@Nullable Element element) {
        return byElement.getOrDefault(element, NONE).variables();
    }

    /** A declaration of a rule that stays in the style sheet, with the custom properties that the whole page sees. */
    Optional<Declaration> settleForPage(Declaration declaration, PageIndex page) {
        return settle(declaration, variables(page.all().get(0)));
    }

    /** What an element's style attribute has to say. */
    ElementStyle style(Element element) {
        return byElement.getOrDefault(element, NONE).style();
    }
}
