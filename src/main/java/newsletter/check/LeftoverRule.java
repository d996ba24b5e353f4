package newsletter.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What a template should have made something of and has not. */
final class LeftoverRule implements Rule {
    private static final Pattern LEFTOVER =
            Pattern.compile("\\$\\{[^}]{0,40}}?|</?[#@][A-Za-z.]{1,40}|^\\s*(null|undefined)\\s*$");

    /** Here an editor shows code. */
    private static final List<String> CODE = List.of("code", "pre");

    @Override
    public void check(Letter letter, Findings findings) {
        look(letter.page(), letter, findings);
    }

    private static void look(Element element, Letter letter, Findings findings) {
        for (Attribute attribute : element.attributes()) {
            check(attribute.getValue(), element, letter, findings);
        }
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner) {
                look(inner, letter, findings);
            } else if (child instanceof TextNode text && !CODE.contains(element.normalName())) {
                check(text.getWholeText(), element, letter, findings);
            } else if (child instanceof Comment comment) {
                check(comment.getData(), element, letter, findings);
            }
        }
    }

    /** Something that is in each leftover and hardly in anything else. */
    private static boolean hasSign(String text) {
        return text.contains("${") || text.indexOf('<') >= 0 || text.contains("null") || text.contains("undefined");
    }

    private static void check(String text, Element element, Letter letter, Findings findings) {
        Matcher leftover = LEFTOVER.matcher(text);
        if (hasSign(text) && leftover.find()) {
            findings.add(
                    Code.TEMPLATE_LEFTOVER,
                    letter.at(element, text.strip()),
                    "'" + leftover.group().strip() + "' of a template stands on the page",
                    "correct the template: ${…} works in .ftlh files outside of <#noparse>, and a missing value wants a default");
        }
    }
}
