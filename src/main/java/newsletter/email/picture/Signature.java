package newsletter.email.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes by which a file's format is known. */
@FunctionalInterface
interface Signature {
    boolean isOn(byte[] file);

    /**
     * Bytes at a place.
     *
     * @param offset from the file's beginning, 0-based
     * @param bytes one a character, U+0000 to U+00FF
     */
    static Signature of(int offset, String bytes) {
        byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + wanted.length;
        return file -> file.length >= end && Arrays.equals(file, offset, end, wanted, 0, wanted.length);
    }

    default Signature or(Signature other) {
        return file -> isOn(file) || other.isOn(file);
    }

    default Signature and(Signature other) {
        return file -> isOn(file) && other.isOn(file);
    }
}
