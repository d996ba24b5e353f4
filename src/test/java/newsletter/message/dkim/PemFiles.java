package newsletter.message.dkim;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** Keys as OpenSSL writes them. */
public final class PemFiles {
    /** What stands in PKCS #8 before an RSA key of PKCS #1 of the lengths that occur here. */
    private static final int WRAPPING = 26;

    private PemFiles() {}

    public static KeyPair rsa(int bits) {
        return pair("RSA", bits);
    }

    public static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code openssl genpkey}, {@code genrsa} since OpenSSL 3. */
    public static String pkcs8(Key key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** {@code openssl genrsa} before OpenSSL 3. */
    public static String pkcs1(Key key) {
        byte[] encoded = key.getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(encoded, WRAPPING, encoded.length));
    }

    public static String pem(String label, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
