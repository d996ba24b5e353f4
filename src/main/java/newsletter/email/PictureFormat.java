package newsletter.email;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The formats that every mail program shows, told by their first bytes. */
enum PictureFormat {
    PNG("png", "89504e470d0a1a0a"),
    JPEG("jpg", "ffd8ff"),
    GIF("gif", "47494638");

    private final String ending;
    private final String magic;

    /** @param magic the first bytes in hexadecimal */
    PictureFormat(String ending, String magic) {
        this.ending = ending;
        this.magic = magic;
    }

    /** The ending of a file's name, without the dot. */
    String ending() {
        return ending;
    }

    static Optional<PictureFormat> of(byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        return Arrays.stream(values())
                .filter(format -> start.startsWith(format.magic))
                .findFirst();
    }
}
