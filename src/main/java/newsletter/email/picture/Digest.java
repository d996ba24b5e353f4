package newsletter.email.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that come from content. */
final class Digest {
    private Digest() {}

    /**
     * The SHA-256 of content, in hexadecimal: 64 letters and digits.
     *
     * @param purpose what the content is used for: the same bytes for another purpose have another hash
     */
    static String hex(String purpose, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java platform has it.
        }
    }
}
