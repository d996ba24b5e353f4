package newsletter.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What a reader sees of a page, and hears of a link. */
final class Visible {
    private static final List<String> UNSEEN = List.of("style", "script", "title", "template", "noscript", "xml");

    private Visible() {}

    /** Whether an element itself is hidden; what is around it may be as well. */
    static boolean isHidden(Element element) {
        boolean undisplayed = Declaration.value(element, "display")
                .filter("none"::equalsIgnoreCase)
                .isPresent();
        return undisplayed
                || element.hasAttr("hidden")
                || Declaration.value(element, "mso-hide")
                        .filter("all"::equalsIgnoreCase)
                        .isPresent();
    }

    /** Whether an element or something around it is hidden. */
    static boolean isWithinHidden(Element element) {
        return isHidden(element) || element.parents().stream().anyMatch(Visible::isHidden);
    }

    /** Words right in an element, and not in one within it. */
    static boolean hasOwnWords(Element element) {
        return element.textNodes().stream().anyMatch(text -> !text.isBlank());
    }

    /** The words that are seen of an element. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        append(element, text);
        return text.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element && !UNSEEN.contains(element.normalName()) && !isHidden(element)) {
            String gap = element.isBlock() || element.normalName().equals("br") ? "\n" : "";
            text.append(gap);
            element.childNodes().forEach(child -> append(child, text));
            text.append(gap);
        }
    }

    /** What a screen reader says of a link: its label, else its words and what is seen on its pictures. */
    static String name(Element link) {
        String label = link.attr("aria-label").strip();
        if (!label.isEmpty()) {
            return label;
        }
        String pictures = link.select("img[alt]").stream()
                .map(picture -> picture.attr("alt").strip())
                .collect(Collectors.joining(" "));
        return (text(link) + " " + pictures).strip();
    }

    /** A text as it is compared: letters and figures, in lower case, with single blanks. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
