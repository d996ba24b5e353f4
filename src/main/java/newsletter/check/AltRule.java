package newsletter.check;

import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import org.jsoup.nodes.Element;

/** What is said of each picture to those who do not see it. Nothing may be said of an ornament, but not where it is a link. */
final class AltRule implements Rule {
    private static final Pattern FILE_NAME =
            Pattern.compile("\\S*\\.(png|jpe?g|gif|webp|svg|heic|bmp|tiff?)", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Letter letter, Findings findings) {
        for (Element picture : letter.page().select("img, area")) {
            String alt = picture.attr("alt").strip();
            if (!picture.hasAttr("alt")) {
                findings.add(
                        Code.MISSING_ALT,
                        letter.at(picture),
                        "this picture has no alt text",
                        "write alt=\"${entry.image.alt!}\" on it; alt=\"\" where it is an ornament and no link");
            } else if (alt.isEmpty() && isAloneInLink(picture)) {
                reportLink(picture, letter, findings);
            } else if (FILE_NAME.matcher(alt).matches()) {
                reportFileName(picture, alt, letter, findings);
            }
        }
    }

    private static void reportFileName(Element picture, String alt, Letter letter, Findings findings) {
        Location at = letter.at(picture, alt);
        if (!findings.has(Code.ALT_IS_FILE_NAME, at)) {
            findings.add(
                    Code.ALT_IS_FILE_NAME,
                    at,
                    "the alt text '" + alt + "' is the name of a file",
                    "say what is seen on the picture, as you would on the telephone");
        }
    }

    private static void reportLink(Element picture, Letter letter, Findings findings) {
        Location at = letter.at(picture, picture.attr("src"));
        if (findings.has(Code.MISSING_ALT, at)) {
            return;
        }
        String hint = isEditors(picture, letter)
                ? "say it in a few words: 'alt: Two delegates sign' in an entry, ![Two delegates sign](…) in Markdown"
                : "write alt=\"…\" with where the link leads";
        findings.add(Code.MISSING_ALT, at, "this picture is a link and has no alt text", hint);
    }

    private static boolean isAloneInLink(Element picture) {
        Element link = picture.closest("a[href]");
        return link != null && Visible.name(link).isEmpty();
    }

    private static boolean isEditors(Element picture, Letter letter) {
        return letter.isEditors(picture) || letter.written(picture.attr("src")).isPresent();
    }
}
