package newsletter.email.style;

import newsletter.finding.Source;
import org.jsoup.nodes.Element;

/** By what names findings call the styles that templates write into the page themselves. */
final class PageSources {
    private PageSources() {}

    /** Of a {@code <style>} element. */
    static Source of(Element style) {
        return new Source("<style> of the page", style.data());
    }

    /** Of a style attribute. */
    static Source ofAttribute(Element element) {
        return new Source(
                "<" + element.normalName() + " style>", element.attr("style").replace('\n', ' '));
    }
}
