package newsletter.check;

import java.util.List;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** One h1, and no level left out on the way down: screen readers find their way by headings (EMC, WCAG 2.2, 1.3.1). */
final class HeadingRule implements Rule {
    @Override
    public void check(Letter letter, Findings findings) {
        Elements headings = letter.page().select("h1, h2, h3, h4, h5, h6");
        checkMain(headings.stream().filter(heading -> level(heading) == 1).toList(), letter, findings);
        int above = 1;
        for (Element heading : headings) {
            checkLevel(heading, above, letter, findings);
            above = level(heading);
        }
    }

    private static void checkMain(List<Element> main, Letter letter, Findings findings) {
        if (main.isEmpty()) {
            findings.add(
                    Code.HEADING_ORDER,
                    letter.at(letter.page().body()),
                    "the page has no h1",
                    "write the issue's title as <h1>${issue.title}</h1>");
        }
        main.stream()
                .skip(1)
                .forEach(heading -> findings.add(
                        Code.HEADING_ORDER,
                        letter.at(heading),
                        "the page has a second h1",
                        "the issue's title is its h1: make this one an h2 or lower"));
    }

    private static void checkLevel(Element heading, int above, Letter letter, Findings findings) {
        int level = level(heading);
        if (level > above + 1) {
            findings.add(
                    Code.HEADING_ORDER,
                    letter.at(heading),
                    "an h" + level + " follows an h" + above,
                    "leave no level out: make it an h" + (above + 1));
        }
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }
}
