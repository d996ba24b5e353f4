package newsletter.check;

import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** What is to be said again on each place because mail programs forget it: the font in cells, the colour on links. */
final class FontRule implements Rule {
    @Override
    public void check(Letter letter, Findings findings) {
        for (Element element : letter.outlook().body().getAllElements()) {
            if (Visible.hasOwnWords(element) && !Visible.isWithinHidden(element)) {
                checkFont(element, letter, findings);
            }
        }
        for (Element link : letter.page().select("a[href]")) {
            if (!Visible.text(link).isEmpty()
                    && Declaration.value(link, "color").isEmpty()) {
                findings.add(
                        Code.NO_LINK_COLOR,
                        letter.themeAt(link),
                        "this link says no colour, so mail programs paint it blue",
                        "give it one in the style sheet");
            }
        }
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
