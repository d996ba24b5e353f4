package newsletter.message.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads private keys as OpenSSL writes them: PEM (RFC 7468) around PKCS #8 or PKCS #1. */
final class PrivateKeys {
    /** RFC 8301, 3.2: signers use at least 2048 bits; nobody has to verify more than 4096. */
    private static final int LEAST_BITS = 2048;

    private static final int MOST_BITS = 4096;

    private static final String NEW_ONE = "make one with 'openssl genrsa -out dkim.pem 2048'";

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s(.*?)\\s-----END \\1-----", Pattern.DOTALL);

    /** Keys of other kinds that people have at hand, by their label. */
    private static final Map<String, UnusableKey> OTHERS = Map.of(
            "PUBLIC KEY", UnusableKey.PUBLIC,
            "RSA PUBLIC KEY", UnusableKey.PUBLIC,
            "CERTIFICATE", UnusableKey.PUBLIC,
            "ENCRYPTED PRIVATE KEY", UnusableKey.ENCRYPTED,
            "OPENSSH PRIVATE KEY", UnusableKey.OTHER,
            "EC PRIVATE KEY", UnusableKey.OTHER,
            "EC PARAMETERS", UnusableKey.OTHER,
            "DSA PRIVATE KEY", UnusableKey.OTHER);

    /** Version 0 and the algorithm rsaEncryption, as they stand in PKCS #8 (RFC 5208, 5) before a key of PKCS #1. */
    private static final byte[] RSA = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0D,
        0x06,
        0x09,
        0x2A,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xF7,
        0x0D,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private PrivateKeys() {}

    private enum UnusableKey {
        PUBLIC(
                "is the public one, and signing takes the private one",
                "give the file that " + "'openssl genrsa' wrote"),
        ENCRYPTED(
                "is locked with a passphrase, which nobody can type where messages are signed",
                "unlock it with 'openssl rsa -in LOCKED -out dkim.pem', and let nobody else read that file"),
        OTHER("is not an RSA key, and only those are verified everywhere", NEW_ONE);

        private final String message;
        private final String hint;

        UnusableKey(String message, String hint) {
            this.message = message;
            this.hint = hint;
        }

        UnusableKeyException exception() {
            return new UnusableKeyException(message, hint);
        }
    }

    /**
     * The key that stands in a text.
     *
     * @param text lines may also be divided by {@code \n} in letters, as in variables that cannot hold several
     */
    static RSAPrivateCrtKey read(String text) throws UnusableKeyException {
        Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
        if (!pem.find()) {
            throw new UnusableKeyException("is not in PEM: it has no '-----BEGIN PRIVATE KEY-----'", NEW_ONE);
        }
        String label = pem.group(1);
        if (OTHERS.containsKey(label)) {
            throw OTHERS.get(label).exception();
        }
        if (pem.group(2).contains("ENCRYPTED")) {
            throw UnusableKey.ENCRYPTED.exception();
        }
        RSAPrivateCrtKey key = decode(label, pem.group(2));
        int bits = key.getModulus().bitLength();
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw new UnusableKeyException(
                    "has " + bits + " bits, and " + LEAST_BITS + " to " + MOST_BITS + " are verified everywhere",
                    NEW_ONE);
        }
        return key;
    }

    private static RSAPrivateCrtKey decode(String label, String base64) throws UnusableKeyException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            byte[] pkcs8 = label.equals("RSA PRIVATE KEY") ? wrapped(der) : der;
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new UnusableKeyException("is not a whole RSA key in PKCS #8 or PKCS #1", NEW_ONE);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        return der(0x30, joined(RSA, der(0x04, pkcs1)));
    }

    /** A value of X.690 with a length of two octets, which all keys of the lengths above have. */
    private static byte[] der(int tag, byte[] content) {
        byte[] head = {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
