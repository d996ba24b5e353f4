package newsletter.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What a reader sees of a page, and hears of a link. */
final class Visible {
    private static final List<String> UNSEEN = List.of("style", "script", "title", "template", "noscript", "xml");

    private static final String BLANKS = " \t\n\u000B\f\r\u00A0";

    /** Letters, what stands on them, and figures: Unicode's L, M and N, a bit for each of {@link Character#getType}. */
    private static final int WORD_SIGNS = Stream.of(
                    Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER)
            .mapToInt(type -> 1 << type)
            .sum();

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
        return spaced(text).strip();
    }

    /** A text with one blank for each run of them. */
    private static String spaced(CharSequence text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            boolean wasBlank = blank;
            blank = BLANKS.indexOf(text.charAt(i)) >= 0;
            if (!blank) {
                spaced.append(text.charAt(i));
            } else if (!wasBlank) {
                spaced.append(' ');
            }
        }
        return spaced.toString();
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
        if (link.childrenSize() == 0) {
            return text(link);
        }
        String pictures = link.select("img[alt]").stream()
                .map(picture -> picture.attr("alt").strip())
                .collect(Collectors.joining(" "));
        return (text(link) + " " + pictures).strip();
    }

    /** A text as it is compared: letters and figures, in lower case, with single blanks. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int sign : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean word = isWordSign(sign);
            if (word) {
                plain.append(gap ? " " : "").appendCodePoint(sign);
            }
            gap = !word && !plain.isEmpty();
        }
        return plain.toString();
    }

    private static boolean isWordSign(int sign) {
        return (WORD_SIGNS >> Character.getType(sign) & 1) == 1;
    }
}
