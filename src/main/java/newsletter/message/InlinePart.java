package newsletter.message;

import java.util.regex.Pattern;

/**
 * A picture that travels within a message.
 *
 * @param contentId what the page calls it behind {@code cid:} (RFC 2392)
 * @param type its media type, {@code image/png}
 * @param file its name where a reader keeps it
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for every reader would cost more than it guards.
public record InlinePart(String contentId, String type, String file, byte[] bytes) {
    private static final Pattern CONTENT_ID = Pattern.compile("[\\w.+-]+@[\\w.-]+");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+");

    /** @throws IllegalArgumentException when a name holds what would need quotes or escapes in a header */
    public InlinePart {
        require(CONTENT_ID, contentId, "a content id");
        require(TYPE, type, "a media type");
        require(FILE, file, "a file name");
    }

    private static void require(Pattern form, String value, String what) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("not " + what + ": " + value);
        }
    }
}
