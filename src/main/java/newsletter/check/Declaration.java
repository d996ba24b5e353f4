package newsletter.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A declaration of CSS.
 *
 * @param property in lower case
 * @param value as written, without {@code !important}
 * @param important whether it is {@code !important}
 */
record Declaration(String property, String value, boolean important) {
    private static final String KNOWN = "newsletter.declarations";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|\\z)", Pattern.DOTALL);
    private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important\\s*$", Pattern.CASE_INSENSITIVE);

    /** What was read of a style attribute, kept with its element: nearly every rule asks for it. */
    private record Known(String style, List<Declaration> declarations) {}

    /** The declarations in an element's {@code style}, in order. */
    static List<Declaration> of(Element element) {
        String style = element.attr("style");
        if (style.isEmpty()) {
            return List.of();
        }
        if (element.attributes().userData(KNOWN) instanceof Known known && known.style.equals(style)) {
            return known.declarations;
        }
        List<Declaration> all = List.copyOf(all(style));
        element.attributes().userData(KNOWN, new Known(style, all));
        return all;
    }

    /** The value that a property has in an element's {@code style}: the last one. */
    static Optional<String> value(Element element, String property) {
        List<Declaration> all = of(element);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).property.equals(property)) {
                return Optional.of(all.get(i).value);
            }
        }
        return Optional.empty();
    }

    /** The declarations between the braces of a rule, in order. */
    static List<Declaration> all(String text) {
        List<Declaration> all = new ArrayList<>();
        String plain = text.contains("/*") ? COMMENT.matcher(text).replaceAll(" ") : text;
        int from = 0;
        for (int to = end(plain, from); from < plain.length(); to = end(plain, from)) {
            parse(plain.substring(from, to)).ifPresent(all::add);
            from = to + 1;
        }
        return all;
    }

    /** The index of the semicolon that ends a declaration, outside of strings and brackets; the text's length for the last. */
    private static int end(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == ';' && depth <= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static Optional<Declaration> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String property = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1).strip();
        String plain = value.indexOf('!') < 0 ? value : IMPORTANT.matcher(value).replaceFirst("");
        return Optional.of(new Declaration(property, plain, !plain.equals(value)));
    }

    @Override
    public String toString() {
        return property + ": " + value;
    }
}
