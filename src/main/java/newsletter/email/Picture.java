package newsletter.email;

/**
 * A picture beside the page.
 *
 * @param path relative to the page, {@code images/korea-1f0c2a9b.png}; the name changes with the content, so that no cache shows an old one
 * @param bytes the file; not to be changed
 */
public record Picture(String path, byte[] bytes) {}
