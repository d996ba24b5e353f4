package newsletter.email.picture;

/**
 * A picture as a page shows it.
 *
 * @param path relative to the page
 * @param width in CSS pixels
 * @param height in CSS pixels, in the picture's own ratio
 */
public record ShownPicture(String path, int width, int height) {}
