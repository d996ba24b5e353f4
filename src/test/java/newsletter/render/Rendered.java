package newsletter.render;

import java.util.Map;
import newsletter.model.Prose;

/**
 * Rich text in both media, for tests of other packages.
 *
 * @param html as it stands in a page
 * @param text as it stands in the plain text
 */
public record Rendered(String html, String text) {
    /** Rich text whose pictures were not found. */
    public static Rendered of(Prose prose) {
        return new Rendered(
                new ProseHtml(new PictureSources(Map.of()), 3, new Marks()).of(prose),
                new ProseText(new LinkNumbers()).of(prose));
    }
}
