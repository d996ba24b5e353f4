package newsletter.web;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a secure connection could not be made, in words for people. */
final class TlsTrouble {
    private TlsTrouble() {}

    static NoAnswerException of(IOException e) {
        if (!(e instanceof SSLException) || has(e, EOFException.class)) {
            return new NoAnswerException(Trouble.CUT, "the server cut the connection", e);
        }
        return new NoAnswerException(Trouble.NO_TRUST, reason(e), e);
    }

    private static String reason(IOException e) {
        if (has(e, CertificateExpiredException.class)) {
            return "the certificate has expired";
        }
        if (has(e, CertificateNotYetValidException.class)) {
            return "the certificate is not valid yet";
        }
        if (has(e, CertPathBuilderException.class) || has(e, CertPathValidatorException.class)) {
            return "the certificate comes from nobody that is trusted, or lacks the one between";
        }
        return has(e, CertificateException.class)
                ? "the certificate is for another host"
                : "the secure connection failed";
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, at -> at.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
