package newsletter.email.style;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.cache.CacheFile;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Authorship;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Moves the styles of a page into style attributes, the only place that every mail client reads, and keeps what no attribute can
 * say in one {@code <style>} in the head. In a browser the page looks as before. Conditional comments for Outlook are comments
 * here: what stands in them is left as the theme wrote it. Not thread-safe.
 */
public final class StyleInliner {
    private static final int KILOBYTE = 1024;

    /** In octets: Gmail drops a {@code <style>} that is longer (email-bugs 90). */
    private static final int LARGEST = 16 * KILOBYTE;

    private static final String SHEETS = "link[rel=stylesheet]:not([href^=http]), style";
    private static final Pattern PIXELS = Pattern.compile("(\\d+)(?:\\.\\d+)?px");
    /** Texts in single quotation marks, or in double ones that single ones can replace. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"([^\"'\\\\]*)\"");

    private final Findings findings;
    private final StyleSheetReader reader;

    /**
     * @param cache what an earlier run read of style sheets
     * @param findings where mistakes in style sheets go
     */
    public StyleInliner(CacheFile cache, Findings findings) {
        this(findings, new StyleSheetReader(cache, findings));
    }

    private StyleInliner(Findings findings, StyleSheetReader reader) {
        this.findings = findings;
        this.reader = reader;
    }

    /** One that shares with this the style sheets that were read; it may work at the same time. */
    public StyleInliner reportingTo(Findings others) {
        return new StyleInliner(others, reader.reportingTo(others));
    }

    /** Reads a style sheet of many pages, which all that share this then have. */
    public void prepare(Source styleSheet) {
        reader.read(StyleText.whole(styleSheet), "");
    }

    /**
     * Changes a page.
     *
     * @param document has a {@code <link rel="stylesheet">} where the theme's style sheet belongs; its {@code <style>} elements
     *     are taken in too, in order
     * @param properties declares custom properties, in front of all else
     * @param authorship has the theme's style sheet, and the places of all other styles
     */
    public void inline(Document document, Source properties, Authorship authorship) {
        PageSources sources = new PageSources(authorship);
        Source theme = authorship.styleSheet();
        StyleSheet sheet = take(document, properties, theme, sources);
        PageIndex page = new PageIndex(document);
        Cascade cascade = Cascade.of(page, sheet, sources, reader, findings);
        List<Rule> kept = KeptRules.of(sheet, page, cascade, findings);
        page.all().forEach(element -> write(element, cascade));
        UnusedClasses.remove(page, kept);
        keep(document, KeptStyle.text(used(sheet.named(), page, kept), kept), theme);
    }

    /** Reads the page's style sheets and takes them out of it. */
    private StyleSheet take(Document document, Source properties, Source theme, PageSources sources) {
        List<StyleSheet> sheets = new ArrayList<>();
        boolean themed = false;
        for (Element element : document.select(SHEETS)) {
            if (element.nameIs("style")) {
                sheets.add(reader.read(sources.of(element), element.attr("media")));
            } else if (!themed) {
                sheets.add(reader.read(StyleText.whole(properties), ""));
                sheets.add(reader.read(StyleText.whole(theme), element.attr("media")));
                themed = true;
            }
            element.remove();
        }
        return StyleSheet.join(sheets);
    }

    private static void write(Element element, Cascade cascade) {
        ElementStyle style = element.nameIs("a") ? LinkColor.spelledOut(element, cascade) : cascade.style(element);
        if (style.isEmpty()) {
            element.removeAttr("style");
            return;
        }
        element.attr("style", singleQuoted(style.text()));
        if (element.nameIs("img") && !element.hasAttr("width")) {
            // Word takes no notice of a width in CSS.
            style.value("width")
                    .map(PIXELS::matcher)
                    .filter(Matcher::matches)
                    .ifPresent(width -> element.attr("width", width.group(1)));
        }
    }

    /** The attribute itself stands in double quotation marks, and would need six characters for each within. */
    private static String singleQuoted(String text) {
        if (text.indexOf('"') < 0) {
            return text;
        }
        return QUOTED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) == null ? match.group() : "'" + match.group(1) + "'"));
    }

    /** The at-rules whose names occur where fonts and animations are named. */
    private static List<StyleSheet.Named> used(List<StyleSheet.Named> named, PageIndex page, List<Rule> kept) {
        if (named.isEmpty()) {
            return List.of();
        }
        String attributes = String.join(
                ";", page.all().stream().map(element -> element.attr("style")).toList());
        String rules = KeptStyle.text(List.of(), kept);
        return named.stream()
                .filter(one -> Stream.of(attributes, rules).anyMatch(text -> mentions(text, one.name())))
                .toList();
    }

    private static boolean mentions(String text, String name) {
        return Pattern.compile("(?:font|animation)[^;}]*(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    private void keep(Document document, String text, Source theme) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        if (octets > LARGEST) {
            findings.add(
                    Code.CSS_TOO_LARGE,
                    theme.start(),
                    "what stays of the styles in the head has " + (octets + KILOBYTE - 1) / KILOBYTE
                            + " KB, and Gmail drops more than 16",
                    "use fewer rules in @media, with :hover and for single clients");
        }
        if (!text.isEmpty()) {
            document.head().appendElement("style").appendChild(new DataNode(text));
        }
    }
}
