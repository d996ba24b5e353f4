package newsletter.check;

import java.util.List;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/**
 * The language and its direction, on {@code html} and once more on each child of {@code body}: webmails drop both of them
 * (Email Markup Consortium, report of 2025).
 */
final class LanguageRule implements Rule {
    private static final List<String> WORDLESS = List.of("script", "style", "link", "meta");

    @Override
    public void check(Letter letter, Findings findings) {
        require(letter.page().expectFirst("html"), "lang", letter, findings);
        for (Element child : letter.page().body().children()) {
            if (!WORDLESS.contains(child.normalName())) {
                require(child, "lang", letter, findings);
                require(child, "dir", letter, findings);
            }
        }
    }

    private static void require(Element element, String attribute, Letter letter, Findings findings) {
        if (element.attr(attribute).isBlank()) {
            String value = attribute.equals("lang") ? "${publication.language}" : "${publication.dir}";
            findings.add(
                    Code.NO_LANGUAGE,
                    letter.at(element),
                    "<" + element.normalName() + "> does not say '" + attribute
                            + "', and webmails drop <html> and <body>",
                    "write " + attribute + "=\"" + value + "\" on it, so that screen readers speak as they should");
        }
    }
}
