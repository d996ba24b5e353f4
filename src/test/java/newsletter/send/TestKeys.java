package newsletter.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server's key with its certificate, which it signed itself but for the expired one; made by the JDK's keytool. */
record TestKeys(KeyStore store) {
    private static final String NAME = "server";
    private static final String AUTHORITY = "authority";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * Valid for ten days.
     *
     * @param names as {@code dns:localhost,ip:127.0.0.1}
     */
    static TestKeys of(String names) throws IOException, InterruptedException, GeneralSecurityException {
        return load(pair(NAME, "-ext", "san=" + names));
    }

    /** One whose ten days are over, from an authority: Java asks no certificate for its date that it trusts by itself. */
    static TestKeys expired(String names) throws IOException, InterruptedException, GeneralSecurityException {
        return load(
                pair(AUTHORITY, "-ext", "bc:c"),
                pair(NAME, "-ext", "san=" + names, "-signer", AUTHORITY, "-startdate", "-20d"));
    }

    private static List<String> pair(String alias, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
        arguments.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "10"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    @SafeVarargs
    private static TestKeys load(List<String>... pairs)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("keys");
        Path file = folder.resolve("server.p12");
        for (List<String> pair : pairs) {
            List<String> command = new ArrayList<>();
            command.add(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
            command.addAll(pair);
            command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IOException(said);
            }
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        // The server has its own key alone.
        store.deleteEntry(AUTHORITY);
        Files.delete(file);
        Files.delete(folder);
        return new TestKeys(store);
    }

    /** For the server. */
    SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** For a client that trusts this certificate, or the authority that it is from, and no other. */
    SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, PASSWORD);
        Certificate[] chain = store.getCertificateChain(NAME);
        anchors.setCertificateEntry(NAME, chain[chain.length - 1]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The certificate, in DER. */
    byte[] certificate() throws GeneralSecurityException {
        return store.getCertificate(NAME).getEncoded();
    }

    /** The private key, in DER (PKCS #8). */
    byte[] key() throws GeneralSecurityException {
        return store.getKey(NAME, PASSWORD).getEncoded();
    }
}
