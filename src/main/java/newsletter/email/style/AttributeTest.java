package newsletter.email.style;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * {@code [dir="rtl"]}: a test of an attribute.
 *
 * @param name in lower case
 * @param operator {@code =}, {@code ~=}, {@code |=}, {@code ^=}, {@code $=}, {@code *=}; empty where the attribute only has to be there
 * @param value without quotation marks and escapes; empty without an operator
 * @param anyCase whether the selector asks to ignore the case, {@code i}
 */
record AttributeTest(String name, String operator, String value, boolean anyCase, String text) implements Simple {
    /** Attributes whose values HTML compares without regard to case in selectors (HTML, section 4.16.2). */
    private static final Set<String> ANY_CASE = Set.of(
            "align",
            "alink",
            "axis",
            "bgcolor",
            "charset",
            "clear",
            "color",
            "compact",
            "dir",
            "direction",
            "face",
            "frame",
            "hreflang",
            "http-equiv",
            "lang",
            "link",
            "media",
            "noshade",
            "nowrap",
            "rel",
            "rev",
            "rules",
            "scope",
            "shape",
            "target",
            "text",
            "type",
            "valign",
            "valuetype",
            "vlink");

    @Override
    public Specificity specificity() {
        return Specificity.CLASS;
    }

    /** The attribute {@code style} is rewritten here, so what it said is not what a client will see. */
    @Override
    public boolean isFixed() {
        return !name.equals("style");
    }

    @Override
    public boolean matches(Element element) {
        return !isFixed() || (element.hasAttr(name) && passes(element.attr(name)));
    }

    private boolean passes(String actual) {
        boolean folds = anyCase || ANY_CASE.contains(name);
        return compare(fold(actual, folds), fold(value, folds));
    }

    private boolean compare(String actual, String wanted) {
        return switch (operator) {
            case "=" -> actual.equals(wanted);
            case "~=" -> Arrays.asList(actual.split("[ \\t\\n\\f\\r]+", -1)).contains(wanted) && !wanted.isEmpty();
            case "|=" -> actual.equals(wanted) || actual.startsWith(wanted + "-");
            case "^=" -> !wanted.isEmpty() && actual.startsWith(wanted);
            case "$=" -> !wanted.isEmpty() && actual.endsWith(wanted);
            case "*=" -> !wanted.isEmpty() && actual.contains(wanted);
            default -> true;
        };
    }

    private static String fold(String text, boolean folds) {
        return folds ? text.toLowerCase(Locale.ROOT) : text;
    }
}
