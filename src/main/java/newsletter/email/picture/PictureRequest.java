package newsletter.email.picture;

import java.util.OptionalInt;
import newsletter.finding.Location;

/**
 * A picture as a page wants to show it.
 *
 * @param source its file's path below the workspace
 * @param width how wide it is shown, in CSS pixels; where the page does not say, as wide as it is, up to the whole page
 * @param video whether a play mark is drawn into it
 * @param at where it is named
 */
public record PictureRequest(String source, OptionalInt width, boolean video, Location at) {
    /** How wide the text of a page is, in CSS pixels. */
    private static final int PAGE = 536;

    /** What tells it from others. */
    String key() {
        return String.join("\n", source, width.toString(), Boolean.toString(video), at.toString());
    }

    /** How wide a picture of this size is shown, in CSS pixels. */
    int shownWidth(Size size) {
        return width.orElse(Math.min(PAGE, size.width()));
    }
}
