package newsletter.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** What is to be said again on each place because mail programs forget it: the font in cells, the colour on links. */
final class FontRule implements Rule {
    private static final List<String> CELLS = List.of("*", "td");

    @Override
    public void check(Letter letter, Findings findings) {
        boolean everywhere = letter.outlook().select("style").stream()
                .flatMap(style -> StyleBlock.all(style.data()).stream())
                .anyMatch(FontRule::reachesCells);
        for (Element element : letter.outlook().body().getAllElements()) {
            if (!everywhere && Visible.hasOwnWords(element) && !Visible.isWithinHidden(element)) {
                checkFont(element, letter, findings);
            }
        }
        for (Element link : letter.page().select("a[href]")) {
            if (isPaintedBlue(link)) {
                findings.add(
                        Code.NO_LINK_COLOR,
                        letter.themeAt(link),
                        "this link says no colour, so mail programs paint it blue",
                        "give it one in the style sheet");
            }
        }
    }

    /** Words without a colour; where pictures are off, also what stands in their place. */
    private static boolean isPaintedBlue(Element link) {
        boolean hasWords = !Visible.text(link).isEmpty()
                || link.select("img[alt]").stream()
                        .anyMatch(picture -> !picture.attr("alt").isBlank() && isUncoloured(picture));
        return hasWords && isUncoloured(link);
    }

    private static boolean isUncoloured(Element element) {
        return Declaration.value(element, "color").isEmpty();
    }

    /** Whether a rule gives every cell a font, as one for Outlook alone may do: {@code * { font-family: … }}. */
    private static boolean reachesCells(StyleBlock rule) {
        return Arrays.stream(rule.prelude().split("\\s*,\\s*", -1)).anyMatch(CELLS::contains)
                && rule.declarations().stream()
                        .anyMatch(declaration -> declaration.property().equals("font-family"));
    }

    /** Word takes Times in every cell that says nothing else. */
    private static void checkFont(Element element, Letter letter, Findings findings) {
        for (Element at = element; at != null; at = at.parent()) {
            boolean end = at.normalName().matches("td|th|body");
            if (hasFont(at)) {
                return;
            }
            if (end) {
                findings.add(
                        Code.NO_FONT,
                        letter.themeAt(at),
                        "no font is said in this <" + at.normalName() + ">, so Outlook takes Times",
                        "give it a font-family that ends in sans-serif or serif");
                return;
            }
        }
    }

    private static boolean hasFont(Element element) {
        Optional<String> family = Declaration.value(element, "font-family");
        return family.or(() -> Declaration.value(element, "font")).isPresent();
    }
}
