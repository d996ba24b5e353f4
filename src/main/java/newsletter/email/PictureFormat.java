package newsletter.email;

import java.util.Arrays;
import java.util.Optional;

/** The formats that every mail program shows, told by their first bytes. */
enum PictureFormat {
    PNG("png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    JPEG("jpg", 0xFF, 0xD8, 0xFF),
    GIF("gif", 'G', 'I', 'F', '8');

    private final String ending;
    private final int[] magic;

    PictureFormat(String ending, int... magic) {
        this.ending = ending;
        this.magic = magic;
    }

    /** The ending of a file's name, without the dot. */
    String ending() {
        return ending;
    }

    static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
