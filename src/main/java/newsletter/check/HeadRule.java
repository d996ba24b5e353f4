package newsletter.check;

import java.util.Locale;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stands before the first word: doctype, charset, viewport, title, and what Outlook and dark mode want to be told. */
final class HeadRule implements Rule {
    private static final Pattern DOCTYPE = Pattern.compile("\\s*<!doctype html>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIXED_SCALE =
            Pattern.compile("user-scalable=(no|0)\\b|maximum-scale=[01](\\.\\d+)?(?![\\d.])");
    private static final Pattern POINTS_PER_INCH =
            Pattern.compile("<o:pixelsperinch[^>]*>\\s*96\\s*</o:pixelsperinch>", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Letter letter, Findings findings) {
        checkDoctype(letter, findings);
        checkCharset(letter, findings);
        checkViewport(letter, findings);
        checkTitle(letter, findings);
        checkOutlookScale(letter, findings);
        checkDarkMode(letter, findings);
    }

    private static void checkDoctype(Letter letter, Findings findings) {
        if (!DOCTYPE.matcher(letter.email().html()).lookingAt()) {
            findings.add(
                    Code.NO_DOCTYPE,
                    letter.start(),
                    "the page does not begin with the doctype of HTML5",
                    "write <!DOCTYPE html> before <html>: without it mail programs show pages as in 1998");
        }
    }

    private static void checkCharset(Letter letter, Findings findings) {
        boolean utf8 = letter.page().select("meta[charset]").stream()
                        .anyMatch(meta -> meta.attr("charset").equalsIgnoreCase("utf-8"))
                || letter.page().select("meta[http-equiv=content-type]").stream()
                        .anyMatch(meta ->
                                meta.attr("content").toLowerCase(Locale.ROOT).contains("charset=utf-8"));
        if (!utf8) {
            findings.add(
                    Code.NO_CHARSET,
                    letter.at(letter.page().head()),
                    "the head does not say that the page is in UTF-8",
                    "write <meta charset=\"utf-8\"> first in the head");
        }
    }

    private static void checkViewport(Letter letter, Findings findings) {
        Element viewport = letter.page().selectFirst("meta[name=viewport]");
        String content = viewport == null
                ? ""
                : viewport.attr("content").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (viewport == null || !content.contains("width=device-width")) {
            findings.add(
                    Code.NO_VIEWPORT,
                    letter.at(viewport == null ? letter.page().head() : viewport),
                    "the head does not fit the page to a phone's width",
                    "write <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"> in the head");
        } else if (FIXED_SCALE.matcher(content).find()) {
            findings.add(
                    Code.NO_VIEWPORT,
                    letter.at(viewport),
                    "the viewport keeps readers from enlarging the page",
                    "take out user-scalable and maximum-scale");
        }
    }

    private static void checkTitle(Letter letter, Findings findings) {
        if (letter.page().title().isBlank()) {
            Element title = letter.page().selectFirst("title");
            findings.add(
                    Code.NO_PAGE_TITLE,
                    letter.at(title == null ? letter.page().head() : title),
                    "the page has no title",
                    "write <title>${issue.title} – ${publication.name}</title> in the head");
        }
    }

    private static void checkOutlookScale(Letter letter, Findings findings) {
        Element html = letter.page().expectFirst("html");
        if (!html.hasAttr("xmlns:o")
                || !POINTS_PER_INCH.matcher(letter.view().html()).find()) {
            findings.add(
                    Code.NO_OUTLOOK_SCALE,
                    letter.at(html),
                    "Outlook for Windows would enlarge pictures and not text on many screens",
                    "write xmlns:o=\"urn:schemas-microsoft-com:office:office\" on <html>, and <o:PixelsPerInch>96</o:PixelsPerInch>"
                            + " in an [if mso] comment in the head");
        }
    }

    private static void checkDarkMode(Letter letter, Findings findings) {
        Document page = letter.page();
        String styles = page.select("style").stream().map(Element::data).reduce("", String::concat);
        boolean told = page.selectFirst("meta[name=color-scheme]") != null
                && page.selectFirst("meta[name=supported-color-schemes]") != null;
        if (!told || !styles.contains("prefers-color-scheme") || !styles.contains("[data-ogsc]")) {
            findings.add(
                    Code.NO_DARK_MODE,
                    letter.at(page.head()),
                    "mail programs in dark mode would choose the colours themselves",
                    "write the metas color-scheme and supported-color-schemes, and dark colours for both"
                            + " @media (prefers-color-scheme: dark) and [data-ogsc] (Outlook)");
        }
    }
}
