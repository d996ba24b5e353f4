package newsletter.check;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** How pictures are put on the page: in a format that all show, with a width that Word reads, and not to watch readers. */
final class PictureRule implements Rule {
    private static final Pattern FORMAT =
            Pattern.compile("data:.*|[^?#]*\\.(svgz?|webp|avif|heic|heif|bmp|tiff?)([?#].*)?");
    private static final Pattern DATA_URL = Pattern.compile("url\\(\\s*[\"']?data:", Pattern.CASE_INSENSITIVE);
    private static final String FORMAT_HINT =
            "save it as PNG, JPEG or GIF: no other format is shown by all mail programs";

    @Override
    public void check(Letter letter, Findings findings) {
        for (Element picture : letter.outlook().select("img")) {
            checkWidth(picture, letter, findings);
        }
        for (Element picture : letter.page().select("img")) {
            checkWidth(picture, letter, findings);
            checkFormat(picture, letter, findings);
            checkAddress(picture, letter, findings);
            checkTracking(picture, letter, findings);
        }
        letter.page()
                .select("svg")
                .forEach(svg ->
                        findings.add(Code.PICTURE_FORMAT, letter.at(svg), "few mail programs show SVG", FORMAT_HINT));
        checkBackgrounds(letter, findings);
    }

    private static void checkWidth(Element picture, Letter letter, Findings findings) {
        if (!picture.attr("width").matches("\\d+")) {
            findings.add(
                    Code.NO_PICTURE_WIDTH,
                    letter.themeAt(picture),
                    "this picture has no width in its tag, and Outlook ignores the one in its style",
                    "write width=\"536\", a number of pixels, on <img>");
        }
    }

    private static void checkFormat(Element picture, Letter letter, Findings findings) {
        String source = picture.attr("src").strip();
        if (FORMAT.matcher(source.toLowerCase(Locale.ROOT)).matches()) {
            findings.add(
                    Code.PICTURE_FORMAT,
                    letter.at(picture, source),
                    source.startsWith("data:")
                            ? "a picture within the page (data:) is not shown by Gmail and Outlook"
                            : "not every mail program shows this picture: " + source,
                    FORMAT_HINT);
        }
    }

    private static void checkAddress(Element picture, Letter letter, Findings findings) {
        String source = picture.attr("src").strip();
        if (source.toLowerCase(Locale.ROOT).startsWith("http:")) {
            findings.add(
                    Code.INSECURE_ADDRESS,
                    letter.at(picture, source),
                    "this picture's address is not encrypted: " + source,
                    "put the picture beside the entry, or write an https address");
        }
    }

    /** A remote picture that nobody can see tells its sender who opened the message. */
    private static void checkTracking(Element picture, Letter letter, Findings findings) {
        boolean tiny = Stream.of("width", "height")
                .anyMatch(side -> Pixels.of(picture, side).orElse(2) <= 1);
        boolean remote = picture.attr("src").strip().toLowerCase(Locale.ROOT).startsWith("http");
        if (remote && (tiny || Visible.isWithinHidden(picture))) {
            findings.add(
                    Code.TRACKING_PICTURE,
                    letter.at(picture, picture.attr("src").strip()),
                    "a picture that nobody sees watches who opens the message: " + picture.attr("src"),
                    "take it out: readers have not agreed to it");
        }
    }

    private static void checkBackgrounds(Letter letter, Findings findings) {
        StylePlaces places = new StylePlaces(letter);
        for (Element element : letter.page().select("[style]")) {
            Declaration.of(element).stream()
                    .filter(declaration -> declaration.value().indexOf(':') >= 0)
                    .filter(declaration -> DATA_URL.matcher(declaration.value()).find())
                    .forEach(declaration -> findings.add(
                            Code.PICTURE_FORMAT,
                            places.of(declaration, element),
                            "a picture within the style (data:) is not shown by Gmail and Outlook",
                            FORMAT_HINT));
        }
    }
}
