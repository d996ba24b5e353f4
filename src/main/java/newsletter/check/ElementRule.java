package newsletter.check;

import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Elements that mail programs take out, or take for an attack. */
final class ElementRule implements Rule {
    private static final String ACTIVE =
            "script, noscript, form, input, button, select, textarea, iframe, frame, frameset,"
                    + " object, embed, applet, video, audio, canvas, base, dialog, meta[http-equiv=refresh]";

    private static final Pattern HANDLER = Pattern.compile("on[a-z]+", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Letter letter, Findings findings) {
        letter.page().select(ACTIVE).stream()
                .filter(element -> element.parents().stream().noneMatch(around -> around.is(ACTIVE)))
                .forEach(element -> findings.add(
                        Code.ACTIVE_CONTENT,
                        letter.at(element),
                        "mail programs take out <" + element.normalName() + ">",
                        "put it on the web and link to it"));
        letter.page().getAllElements().forEach(element -> checkHandlers(element, letter, findings));
        checkStyles(letter, findings);
    }

    private static void checkHandlers(Element element, Letter letter, Findings findings) {
        for (Attribute attribute : element.attributes()) {
            if (HANDLER.matcher(attribute.getKey()).matches()) {
                findings.add(
                        Code.ACTIVE_CONTENT,
                        letter.at(element),
                        "no mail program runs the script in '" + attribute.getKey() + "'",
                        "take the attribute out");
            }
        }
    }

    private static void checkStyles(Letter letter, Findings findings) {
        letter.page()
                .select("link[rel~=(?i)stylesheet]")
                .forEach(link -> findings.add(
                        Code.EXTERNAL_STYLE,
                        letter.at(link),
                        "mail programs load no style sheet: " + link.attr("href"),
                        "write the styles into templates/style.css, which the build puts into the page"));
        letter.page()
                .body()
                .select("style")
                .forEach(style -> findings.add(
                        Code.MISPLACED_STYLE,
                        letter.at(style),
                        "Gmail and Outlook.com drop a <style> outside of the head",
                        "put it into the head"));
    }
}
