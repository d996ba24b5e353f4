package newsletter.email.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Digest(byte[] bytes) {
    static Digest of(byte[] content) {
        return of("", content);
    }

    /** @param purpose what the content is used for: the same bytes for another purpose have another hash */
    static Digest of(String purpose, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose.getBytes(StandardCharsets.UTF_8));
            return new Digest(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In hexadecimal, 64 letters and digits. */
    String hex() {
        return HexFormat.of().formatHex(bytes);
    }
}
