package newsletter.email;

import java.util.List;
import newsletter.email.picture.Picture;
import newsletter.model.Origins;

/**
 * An issue as mail programs can show it.
 *
 * @param html the page
 * @param text the plain-text twin
 * @param pictures the files that the page shows, each once
 * @param links how many addresses the page leads to, each counted once
 * @param origins who wrote what of the page
 */
public record Email(String html, String text, List<Picture> pictures, int links, Origins origins) {
    /** Copies the list. */
    public Email {
        pictures = List.copyOf(pictures);
    }
}
