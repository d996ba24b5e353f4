package newsletter.email.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/**
 * The rules that no style attribute can say: those for a phone or the dark, for a pointer over a link, for one client.
 *
 * <p>A style attribute beats every rule that is not important, so each declaration that stays becomes {@code !important}. That
 * alone would let it win where it lost before, against a rule of the sheet with more weight; such elements get a class of their
 * own and, behind the rule, a <i>guard</i> that repeats what stands in their style attribute.
 */
final class KeptRules {
    private final PageIndex page;
    private final Cascade cascade;
    private final Findings findings;
    private final List<Rule> kept = new ArrayList<>();
    private int guards;

    private KeptRules(PageIndex page, Cascade cascade, Findings findings) {
        this.page = page;
        this.cascade = cascade;
        this.findings = findings;
    }

    /** In order; guards put classes on elements. */
    static List<Rule> of(StyleSheet sheet, PageIndex page, Cascade cascade, Findings findings) {
        KeptRules rules = new KeptRules(page, cascade, findings);
        sheet.rules().forEach(rules::add);
        return List.copyOf(rules.kept);
    }

    /** A selector and what it matches. */
    private record Reach(Selector selector, List<Element> elements) {}

    private void add(Rule rule) {
        List<Reach> used = used(rule);
        if (used.isEmpty()) {
            return;
        }
        List<Declaration> settled = rule.declarations().stream()
                .filter(declaration -> !isCustom(declaration))
                .map(declaration -> cascade.settleForPage(declaration, page))
                .flatMap(Optional::stream)
                .toList();
        List<Selector> selectors = used.stream().map(Reach::selector).toList();
        if (selectors.stream().allMatch(KeptRules::isOutOfReach)) {
            keep(rule.with(selectors, settled));
            return;
        }
        List<Declaration> seen = settled.stream()
                .filter(declaration -> !isHidden(declaration, rule, used))
                .toList();
        keep(rule.with(selectors, seen.stream().map(Declaration::raised).toList()));
        used.forEach(reach -> guard(rule.with(List.of(reach.selector()), seen), reach.elements()));
    }

    private void keep(Rule rule) {
        if (!rule.declarations().isEmpty()) {
            kept.add(rule);
        }
    }

    /** The selectors that have to stay and that something on the page, or something of a client's, can match. */
    private List<Reach> used(Rule rule) {
        List<Reach> used = new ArrayList<>();
        for (Selector selector : rule.selectors()) {
            if (rule.isConditional() || !selector.isFixed()) {
                List<Element> elements = page.matching(selector);
                if (!elements.isEmpty() || selector.subject().isHook()) {
                    used.add(new Reach(selector, elements));
                }
            }
        }
        return used;
    }

    /** What no style attribute of ours stands in the way of. */
    private static boolean isOutOfReach(Selector selector) {
        return selector.subject().isPseudoElement() || selector.subject().isHook();
    }

    private boolean isCustom(Declaration declaration) {
        if (declaration.isCustom()) {
            findings.add(
                    Code.CSS_VARIABLE_CHANGES,
                    declaration.at(),
                    "'" + declaration.property()
                            + "' changes here, which no mail client follows: var() is replaced when the page is built",
                    "repeat here the declarations that use it, with the value that they should have");
        }
        return declaration.isCustom();
    }

    /** A declaration is never in its own way, where some selectors of its rule were settled and some were not. */
    private static Rank rank(Declaration declaration, Selector selector, Rule rule) {
        return Rank.ofSheet(declaration, selector.specificity(), rule.order(), Integer.MAX_VALUE);
    }

    /** Whether something stronger stands in the way on every element. */
    private boolean isHidden(Declaration declaration, Rule rule, List<Reach> used) {
        return used.stream()
                .allMatch(reach -> !isOutOfReach(reach.selector())
                        && isHidden(declaration, rank(declaration, reach.selector(), rule), reach.elements()));
    }

    private boolean isHidden(Declaration declaration, Rank rank, List<Element> elements) {
        return elements.stream().map(cascade::style).distinct().allMatch(style -> style.hides(declaration, rank));
    }

    /** Puts a guard behind a rule of one selector for each text of attributes that is stronger than it. */
    private void guard(Rule rule, List<Element> elements) {
        Selector selector = rule.selectors().get(0);
        if (isOutOfReach(selector)) {
            return;
        }
        List<Rank> ranks = rule.declarations().stream()
                .map(declaration -> rank(declaration, selector, rule))
                .toList();
        Map<List<String>, String> classes = new HashMap<>();
        Map<ElementStyle, List<Declaration>> known = new HashMap<>();
        for (Element element : elements) {
            List<Declaration> stronger =
                    known.computeIfAbsent(cascade.style(element), style -> stronger(rule.declarations(), ranks, style));
            if (!stronger.isEmpty()) {
                List<String> text = stronger.stream().map(Declaration::inline).toList();
                element.addClass(classes.computeIfAbsent(text, any -> guardFor(rule, selector, stronger)));
            }
        }
    }

    /** Adds a guard, and gives its class. */
    private String guardFor(Rule rule, Selector selector, List<Declaration> stronger) {
        String name = freshClass();
        kept.add(rule.with(
                List.of(selector.narrowedTo(name)),
                stronger.stream().map(Declaration::raised).toList()));
        return name;
    }

    private String freshClass() {
        String name;
        do {
            name = "k" + ++guards;
        } while (page.hasClass(name));
        return name;
    }

    /**
     * What stands in a style attribute by right against a rule: each declaration that is stronger and sets something
     * in common with one of the rule's, and those stronger still that set something in common with these.
     *
     * @param ranks those of the rule's declarations
     */
    private static List<Declaration> stronger(List<Declaration> ruled, List<Rank> ranks, ElementStyle style) {
        List<Declaration> stronger = new ArrayList<>();
        for (Applied one : style.applied()) {
            boolean beatsTheRule = IntStream.range(0, ruled.size())
                    .anyMatch(i -> one.overlaps(ruled.get(i)) && one.isStrongerThan(ranks.get(i)));
            if (beatsTheRule || stronger.stream().anyMatch(one::overlaps)) {
                stronger.add(one.declaration());
            }
        }
        return stronger;
    }
}
