package newsletter.email;

import java.util.List;
import newsletter.email.picture.Picture;

/**
 * An issue as mail programs can show it.
 *
 * @param html the page
 * @param text the plain-text twin
 * @param pictures the files that the page shows, each once
 * @param links how many addresses the page leads to, each counted once
 */
public record Email(String html, String text, List<Picture> pictures, int links) {
    /** Copies the list. */
    public Email {
        pictures = List.copyOf(pictures);
    }
}
