package newsletter.email.picture;

/**
 * A picture beside the page.
 *
 * @param path relative to the page, {@code images/korea-1f0c2a9b.png}; the name changes with what is shown, so that no cache
 *     shows an old one
 * @param bytes the file; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for every reader would cost more than it guards.
public record Picture(String path, byte[] bytes) {
    /** Where all pictures of a page lie beside it. */
    public static final String FOLDER = "images/";

    /** The file's name without folders, {@code korea-1f0c2a9b.png}. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file's name without its ending; letters of a to z, digits and hyphens. */
    public String stem() {
        String name = fileName();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** As a Content-Type field names it, {@code image/png}. */
    public String mediaType() {
        return PictureFormat.of(bytes).orElseThrow().mediaType();
    }
}
