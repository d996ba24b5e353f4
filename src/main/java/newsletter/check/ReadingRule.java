package newsletter.check;

import java.util.List;
import java.util.Locale;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.Color;
import org.jsoup.nodes.Element;

/** Words that can be read: 14 pixels or more, and a contrast as WCAG 2.2, 1.4.3, wants it (AA). */
final class ReadingRule implements Rule {
    private static final double SMALLEST = 14;
    private static final double CONTRAST = 4.5;
    private static final double CONTRAST_OF_LARGE = 3;

    /** Smaller by their nature. */
    private static final List<String> RAISED = List.of("sup", "sub");

    @Override
    public void check(Letter letter, Findings findings) {
        look(letter.page().body(), Appearance.USUAL, letter, findings);
    }

    private static void look(Element element, Appearance around, Letter letter, Findings findings) {
        if (Visible.isHidden(element) || element.attr("aria-hidden").equals("true")) {
            return;
        }
        Appearance appearance = around.of(element);
        if (Visible.hasOwnWords(element) && appearance.size() > 0) {
            checkSize(element, appearance, letter, findings);
            checkContrast(element, appearance, letter, findings);
        }
        for (Element child : element.children()) {
            look(child, appearance, letter, findings);
        }
    }

    private static void checkSize(Element element, Appearance appearance, Letter letter, Findings findings) {
        if (appearance.size() < SMALLEST && !RAISED.contains(element.normalName())) {
            findings.add(
                    Code.SMALL_TEXT,
                    letter.themeAt(element),
                    "the words in this <" + element.normalName() + "> are " + figure(appearance.size())
                            + " pixels high",
                    "make them 14px or larger");
        }
    }

    private static void checkContrast(Element element, Appearance appearance, Letter letter, Findings findings) {
        if (appearance.color().isEmpty() || appearance.ground().isEmpty()) {
            return;
        }
        Color color = appearance.color().get();
        Color ground = appearance.ground().get();
        double least = appearance.isLarge() ? CONTRAST_OF_LARGE : CONTRAST;
        double contrast = color.contrast(ground);
        if (contrast < least) {
            findings.add(
                    Code.LOW_CONTRAST,
                    letter.themeAt(element),
                    color.hex() + " on " + ground.hex() + " has a contrast of " + figure(contrast) + " and needs "
                            + figure(least),
                    "take a darker or a lighter colour for the words");
        }
    }

    /** With a decimal, rounded down: 4.49 is not enough. */
    private static String figure(double number) {
        double cut = Math.floor(number * 10) / 10;
        return String.format(Locale.ROOT, cut == Math.rint(cut) ? "%.0f" : "%.1f", cut);
    }
}
