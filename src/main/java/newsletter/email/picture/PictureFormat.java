package newsletter.email.picture;

import java.util.Arrays;
import java.util.Optional;

/** The formats that can be read, told by their first bytes: a file's ending may be wrong. */
@SuppressWarnings("ImmutableEnumChecker") // A signature is a function that keeps nothing but its own bytes.
enum PictureFormat {
    PNG("png", Signature.of(0, "\u0089PNG\r\n\u001A\n")),
    JPEG("jpg", Signature.of(0, "\u00FF\u00D8\u00FF")),
    GIF("gif", Signature.of(0, "GIF87a").or(Signature.of(0, "GIF89a"))),
    /** Read, never written: Outlook for Windows does not show it. */
    WEBP("webp", Signature.of(0, "RIFF").and(Signature.of(8, "WEBP")));

    private final String ending;
    private final Signature signature;

    PictureFormat(String ending, Signature signature) {
        this.ending = ending;
        this.signature = signature;
    }

    /** The ending of a file's name, without the dot. */
    String ending() {
        return ending;
    }

    /** As a Content-Type field names it. */
    String mediaType() {
        return this == JPEG ? "image/jpeg" : "image/" + ending;
    }

    static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(format -> format.signature.isOn(bytes))
                .findFirst();
    }
}
