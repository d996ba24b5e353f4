package newsletter.email.style;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.Authorship;
import newsletter.model.Origin;
import org.jsoup.nodes.Element;

/** Where the styles stand that templates write into the page themselves. */
final class PageSources {
    private final Authorship authorship;

    PageSources(Authorship authorship) {
        this.authorship = authorship;
    }

    /** Those of a {@code <style>} element. */
    StyleText of(Element style) {
        return find(style.data(), authorship.at(style.attr(Origin.MARK)), "</style");
    }

    /** Those of a style attribute. */
    StyleText ofAttribute(Element element) {
        return find(element.attr("style"), authorship.at(element.attr(Origin.MARK)), ">");
    }

    private static StyleText find(String styles, Location tag, String end) {
        Source template = tag.source();
        int start = template.offset(tag);
        int limit = template.text().indexOf(end, start);
        Matcher written = asWritten(styles)
                .matcher(template.text())
                .region(start, limit < 0 ? template.text().length() : limit);
        return written.find() ? StyleText.part(template, written.start(), written.end()) : computed(styles, tag);
    }

    /** Styles that a template puts together stand nowhere as they are: they are shown where their tag is. */
    private static StyleText computed(String styles, Location tag) {
        String before = "\n".repeat(tag.line() - 1) + " ".repeat(tag.column() - 1);
        return StyleText.whole(new Source(tag.source().path(), before + styles));
    }

    /** The page has one line break where a template has any number of them, and indentation. */
    private static Pattern asWritten(String styles) {
        return Pattern.compile(Arrays.stream(styles.strip().split("\\s*\\n\\s*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    }
}
