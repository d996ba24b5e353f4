package newsletter.send;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import newsletter.model.Recipient;
import newsletter.model.Secret;

/**
 * The address at which one reader leaves a list: the list's page with a token that nobody else can make (RFC 8058, 6), and that
 * says nothing about the reader to whoever sees it in a log. The page finds the reader by making the tokens of its own readers:
 *
 * <pre>
 * token = base64url(first 16 bytes of HMAC-SHA256(key, list + "\n" + address in lower case)), without padding
 * </pre>
 *
 * <p>Immutable.
 */
final class Unsubscribing {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final String upToToken;
    private final String fragment;
    private final String list;
    private final SecretKeySpec key;

    Unsubscribing(URI page, String list, Secret key) {
        String query = page.getRawQuery();
        String bare = page.toString().replaceFirst("[?#].*", "");
        this.upToToken = bare + "?" + (query == null ? "" : query + "&") + "token=";
        this.fragment = page.getRawFragment() == null ? "" : "#" + page.getRawFragment();
        this.list = list;
        this.key = new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Where this reader leaves. */
    URI page(Recipient recipient) {
        return URI.create(upToToken + token(recipient) + fragment);
    }

    private String token(Recipient recipient) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((list + "\n" + recipient.key()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every Java platform has it.
        }
    }
}
