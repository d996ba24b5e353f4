package newsletter.message.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * Signs messages in the name of a domain: rsa-sha256, relaxed/relaxed (RFC 6376). Whoever receives one finds the public key in the DNS,
 * at {@link #recordName()}. Immutable; safe to be used from several threads.
 */
public final class DkimSigner {
    private final String domain;
    private final String selector;
    private final RSAPrivateCrtKey key;

    private DkimSigner(String domain, String selector, RSAPrivateCrtKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /**
     * A signer.
     *
     * @param domain whose name is signed with, in ASCII
     * @param selector which of the domain's keys it is
     * @param pem the private key as OpenSSL writes it, RSA with 2048 to 4096 bits; its lines may also be divided by {@code \n} in
     *     letters, as in variables that cannot hold several
     */
    public static DkimSigner of(String domain, String selector, String pem) throws UnusableKeyException {
        return new DkimSigner(domain, selector, PrivateKeys.read(pem));
    }

    /** The name in the DNS at which the public key has to be found. */
    public String recordName() {
        return selector + "._domainkey." + domain;
    }

    /** The text that has to stand there (RFC 6376, 3.6.1). */
    public String record() {
        try {
            byte[] publicKey = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every Java platform has RSA.
        }
    }

    /**
     * The message with its signature before it.
     *
     * @param message whole, as it is sent: its lines end in CRLF
     * @param now when it is signed
     * @throws IllegalArgumentException when it has no header with a {@code From}
     */
    public byte[] sign(byte[] message, Instant now) {
        try {
            int end = headerEnd(message);
            SignedFields fields = SignedFields.of(HeaderField.all(message, end));
            String unsigned = SignatureField.unsigned(domain, selector, now, fields.names(), hash(message, end + 2));
            String signature = signature(fields.text() + HeaderField.of(unsigned));
            return joined(SignatureField.signed(unsigned, signature).getBytes(StandardCharsets.US_ASCII), message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every Java platform has RSA with SHA-256.
        }
    }

    /** Behind the CRLF of the last field, where the empty line begins. */
    private static int headerEnd(byte[] message) {
        for (int at = 0; at + 3 < message.length; at++) {
            if (message[at] == '\r' && message[at + 1] == '\n' && message[at + 2] == '\r' && message[at + 3] == '\n') {
                return at + 2;
            }
        }
        throw new IllegalArgumentException("a message has an empty line behind its header");
    }

    private static String hash(byte[] message, int body) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        RelaxedBody.update(digest, message, body);
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private String signature(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static byte[] joined(byte[] field, byte[] message) {
        byte[] both = new byte[field.length + message.length];
        System.arraycopy(field, 0, both, 0, field.length);
        System.arraycopy(message, 0, both, field.length, message.length);
        return both;
    }
}
