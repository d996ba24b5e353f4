package newsletter.render;

import java.util.Map;
import newsletter.model.PictureRef;

/**
 * What to write into {@code src} for a picture.
 *
 * @param found the path of each picture that was found, relative to the workspace
 */
record PictureSources(Map<PictureRef, String> found) {
    /** Its path; its own address where it is on the web, or was not found and so reported. */
    String of(PictureRef picture) {
        return found.getOrDefault(picture, picture.target());
    }
}
