package newsletter.email;

/**
 * A picture beside the page.
 *
 * @param path relative to the page, {@code images/korea-1f0c2a9b.png}; the name changes with the content, so that no cache shows an old one
 * @param bytes the file; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for every reader would cost more than it guards.
public record Picture(String path, byte[] bytes) {}
