package newsletter.render;

import java.util.Map;
import newsletter.model.PictureRef;

/**
 * What to write into {@code src} for a picture.
 *
 * @param found the path of each picture that was found, relative to the workspace, or its address on the web
 */
record PictureSources(Map<PictureRef, String> found) {
    /** Its path or address; nothing where it was not found, which is reported already. */
    String of(PictureRef picture) {
        return found.getOrDefault(picture, "");
    }
}
