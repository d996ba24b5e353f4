package newsletter.email.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What each element of a page looks like by the rules that hold in every client at any time: CSS Cascading Level 4 for the origin
 * "author", with custom properties put in place (CSS Variables Level 1).
 */
final class Cascade {
    private static final ElementStyle EMPTY = new ElementStyle(List.of());

    private final Findings findings;
    private final Map<Element, List<Applied>> matched = new HashMap<>();
    private final Map<Element, Variables> variables = new HashMap<>();
    private final Map<Element, ElementStyle> styles = new LinkedHashMap<>();

    private Cascade(Findings findings) {
        this.findings = findings;
    }

    static Cascade of(
            PageIndex page, StyleSheet sheet, PageSources sources, StyleSheetReader reader, Findings findings) {
        Cascade cascade = new Cascade(findings);
        sheet.rules().stream().filter(rule -> !rule.isConditional()).forEach(rule -> cascade.match(rule, page));
        for (Element element : page.all()) {
            if (element.hasAttr("style")) {
                cascade.add(element, reader.readAttribute(sources.ofAttribute(element)));
            }
            cascade.settle(element);
        }
        return cascade;
    }

    private void match(Rule rule, PageIndex page) {
        for (Selector selector : rule.selectors()) {
            if (selector.isFixed()) {
                List<Applied> applied = applied(rule, selector.specificity());
                page.matching(selector).forEach(element -> of(element).addAll(applied));
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

    private void add(Element element, List<Declaration> attribute) {
        for (int i = 0; i < attribute.size(); i++) {
            of(element).add(new Applied(attribute.get(i), Rank.ofAttribute(attribute.get(i), i)));
        }
    }

    private List<Applied> of(Element element) {
        return matched.computeIfAbsent(element, any -> new ArrayList<>());
    }

    private void settle(Element element) {
        Variables outer = variables(element.parent());
        List<Applied> all = matched.getOrDefault(element, List.of());
        Variables own = outer.with(customProperties(all));
        variables.put(element, own);
        List<Applied> settled = all.stream()
                .filter(one -> !one.declaration().isCustom())
                .map(one -> settle(one, own))
                .flatMap(Optional::stream)
                .toList();
        if (!settled.isEmpty()) {
            styles.put(element, ElementStyle.of(settled));
        }
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
        return element == null ? Variables.NONE : variables.getOrDefault(element, Variables.NONE);
    }

    /** A declaration of a rule that stays in the style sheet, with the custom properties that the whole page sees. */
    Optional<Declaration> settleForPage(Declaration declaration, PageIndex page) {
        return settle(declaration, variables(page.all().get(0)));
    }

    /** What an element's style attribute has to say. */
    ElementStyle style(Element element) {
        return styles.getOrDefault(element, EMPTY);
    }
}
