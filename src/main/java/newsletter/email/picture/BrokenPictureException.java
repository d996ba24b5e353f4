package newsletter.email.picture;

import java.io.IOException;

/** A file that begins like a picture and is none, or not a whole one. */
final class BrokenPictureException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with it, to follow "the picture 'x' " */
    BrokenPictureException(String message) {
        super(message);
    }

    BrokenPictureException(Throwable cause) {
        super("cannot be read: it is damaged", cause);
    }
}
