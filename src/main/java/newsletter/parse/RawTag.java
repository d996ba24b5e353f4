package newsletter.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.model.Inline.Style;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * An HTML tag written within Markdown, and the list of what is let through: anything not on it is taken out, so that a tag
 * nobody thought of cannot reach a reader's mail program.
 *
 * @param name in lower case
 * @param closing whether it is {@code </name>}
 * @param element its attributes
 */
record RawTag(String name, boolean closing, Element element) {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*).*", Pattern.DOTALL);
    private static final Map<String, Style> STYLES = Map.ofEntries(
            Map.entry("b", Style.STRONG),
            Map.entry("strong", Style.STRONG),
            Map.entry("i", Style.EMPHASIS),
            Map.entry("em", Style.EMPHASIS),
            Map.entry("cite", Style.EMPHASIS),
            Map.entry("s", Style.STRUCK),
            Map.entry("del", Style.STRUCK),
            Map.entry("strike", Style.STRUCK),
            Map.entry("sup", Style.SUPERSCRIPT),
            Map.entry("sub", Style.SUBSCRIPT));

    /** Elements whose content is no text for readers. */
    private static final List<String> UNREADABLE = List.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "applet",
            "noscript",
            "template",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "form",
            "select",
            "textarea",
            "button",
            "input",
            "title",
            "head",
            "frameset",
            "noembed",
            "noframes",
            "xmp",
            "plaintext");

    /** The tag in a text like {@code <a href="…">}; empty for a comment or a declaration. */
    static Optional<RawTag> parse(String text) {
        Matcher matcher = TAG.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2).toLowerCase(Locale.ROOT);
        boolean closing = !matcher.group(1).isEmpty();
        return Optional.of(new RawTag(name, closing, closing ? new Element(name) : element(text, name)));
    }

    private static Element element(String text, String name) {
        List<Node> nodes = Parser.xmlParser().parseFragmentInput(text, null, "");
        return nodes.isEmpty() || !(nodes.get(0) instanceof Element element) ? new Element(name) : element;
    }

    static RawTag of(Element element) {
        return new RawTag(element.normalName(), false, element);
    }

    Optional<Style> style() {
        return Optional.ofNullable(STYLES.get(name));
    }

    boolean isBreak() {
        return name.equals("br");
    }

    boolean isLink() {
        return name.equals("a");
    }

    boolean isPicture() {
        return name.equals("img");
    }

    boolean isUnreadable() {
        return UNREADABLE.contains(name);
    }

    /** Whether it stands alone, without a closing tag. */
    boolean isVoid() {
        return List.of("br", "img", "hr", "wbr", "input", "embed", "meta", "link", "base", "col", "source", "track")
                .contains(name);
    }

    /** The attributes that are taken out of a tag that stays. */
    List<String> strayAttributes() {
        List<String> kept = isLink() ? List.of("href") : isPicture() ? List.of("src", "alt") : List.of();
        return element.attributes().asList().stream()
                .map(attribute -> attribute.getKey().toLowerCase(Locale.ROOT))
                .filter(attribute -> !kept.contains(attribute))
                .toList();
    }

    /** An attribute's value, which may be empty text; nothing where the tag does not have it. */
    Optional<String> given(String key) {
        return element.hasAttr(key) ? Optional.of(element.attr(key)) : Optional.empty();
    }

    String attribute(String key) {
        return element.attr(key);
    }
}
