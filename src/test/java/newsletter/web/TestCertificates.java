package newsletter.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates of an authority that only tests know, made with the JDK's keytool ({@code -genkeypair}, {@code -gencert}): both are for
 * {@code safe.example.org}, {@code safe} until 2117 and {@code expired} until January 2018.
 */
final class TestCertificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TestCertificates() {}

    /** Trusts the tests' authority and no other. */
    static SSLContext trusted() {
        try (InputStream in = resource("ca.crt")) {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, PASSWORD);
            anchors.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts whom the JDK trusts. */
    static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the files with keys. */
    static String password() {
        return new String(PASSWORD);
    }

    /** Puts TLS on a server's connections. */
    static UnaryOperator<Socket> server(String certificate) {
        try (InputStream in = resource(certificate + ".p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return wire -> dressed(context, wire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TestCertificates.class.getResourceAsStream(name), name);
    }

    private static Socket dressed(SSLContext context, Socket wire) {
        try {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(wire, null, wire.getPort(), true);
            socket.setUseClientMode(false);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
