package newsletter.send;

import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.message.dkim.DkimSigner;
import newsletter.message.dkim.UnusableKeyException;
import newsletter.model.DkimKey;

/** Makes of a key that was found one that signs. */
public final class Signing {
    private Signing() {}

    /** What signs with it, or a finding and nothing. */
    public static Optional<DkimSigner> with(DkimKey key, Findings findings) {
        try {
            return Optional.of(
                    DkimSigner.of(key.domain(), key.selector(), key.pem().value()));
        } catch (UnusableKeyException e) {
            findings.add(Code.BAD_KEY, key.at(), "the key for DKIM " + e.getMessage(), e.hint());
            return Optional.empty();
        }
    }
}
