package newsletter.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.jsoup.nodes.Element;

/**
 * Where a declaration was written: in the template's tag, or in the theme's style sheet, from which it came into the page.
 */
final class StylePlaces {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private final Letter letter;
    private final String sheet;

    StylePlaces(Letter letter) {
        this.letter = letter;
        // A comment becomes as many blanks: what is found stays at its place.
        this.sheet = COMMENT.matcher(letter.styleSheet().text())
                .replaceAll(comment -> " ".repeat(comment.group().length()));
    }

    /** Where a declaration stands that an element, or the style sheet in it, has. */
    Location of(Declaration declaration, Element element) {
        Pattern written = Pattern.compile(
                "(?<![\\w-])" + Pattern.quote(declaration.property()) + "\\s*:\\s*"
                        + Pattern.quote(declaration.value()),
                Pattern.CASE_INSENSITIVE);
        return find(written, element);
    }

    /** Where a text stands that the style sheet in an element has. */
    Location of(String text, Element style) {
        return find(Pattern.compile(Pattern.quote(text)), style);
    }

    private Location find(Pattern written, Element element) {
        Location tag = letter.themeAt(element);
        Source template = tag.source();
        int start = template.offset(tag);
        Matcher inTemplate = written.matcher(template.text()).region(start, end(template.text(), start, element));
        if (inTemplate.find()) {
            return template.at(inTemplate.start());
        }
        Matcher inSheet = written.matcher(sheet);
        return inSheet.find() ? letter.styleSheet().at(inSheet.start()) : tag;
    }

    /** The index behind an element's start tag in its template, or behind the style sheet in it. */
    private static int end(String template, int start, Element element) {
        int end = template.indexOf(element.normalName().equals("style") ? "</style" : ">", start);
        return end < 0 ? template.length() : end;
    }
}
