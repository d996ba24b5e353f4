package newsletter.check;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** How wide the page is: 480 to 680 pixels, in Outlook by a table's width, elsewhere by one or by max-width. */
final class WidthRule implements Rule {
    private static final int LEAST = 480;
    private static final int MOST = 680;

    /** @param pixels of the page, as the widest thing on it says */
    private record Width(Element element, double pixels) {}

    @Override
    public void check(Letter letter, Findings findings) {
        check(
                widest(letter.page(), "table, [style*=max-width]"),
                "the page is not limited in its width",
                "give what holds the page a max-width, as 600px",
                letter,
                findings);
        check(
                widest(letter.outlook(), "table"),
                "Outlook makes the page as wide as its window, since it knows no max-width",
                "put the page into a table with width=\"600\" in an [if mso] comment",
                letter,
                findings);
    }

    private static void check(Optional<Width> widest, String unlimited, String hint, Letter letter, Findings findings) {
        if (widest.isEmpty()) {
            findings.add(Code.PAGE_WIDTH, letter.at(letter.page().body()), unlimited, hint);
            return;
        }
        double pixels = widest.get().pixels();
        if (pixels < LEAST || pixels > MOST) {
            findings.add(
                    Code.PAGE_WIDTH,
                    letter.at(widest.get().element()),
                    "the page is " + Math.round(pixels) + " pixels wide",
                    "make it " + LEAST + " to " + MOST + ": mail programs give it no more room");
        }
    }

    private static Optional<Width> widest(Document document, String selector) {
        return document.body().select(selector).stream()
                .flatMap(element -> width(element).stream().mapToObj(pixels -> new Width(element, pixels)))
                .max(Comparator.comparingDouble(Width::pixels));
    }

    private static OptionalDouble width(Element element) {
        OptionalDouble most =
                Declaration.value(element, "max-width").map(Pixels::parse).orElse(OptionalDouble.empty());
        return most.isPresent() || !element.normalName().equals("table") ? most : Pixels.of(element, "width");
    }
}
