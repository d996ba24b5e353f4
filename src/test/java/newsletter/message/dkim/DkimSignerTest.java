package newsletter.message.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import newsletter.message.Envelope;
import newsletter.message.Letter;
import newsletter.message.Mailbox;
import newsletter.message.MessageComposer;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed messages, as Apache's jDKIM judges them. */
class DkimSignerTest {
    private static final Instant NOW = Instant.parse("2018-09-03T06:05:09Z");
    private static final KeyPair KEY = PemFiles.rsa(2048);

    private static DkimSigner signer() throws UnusableKeyException {
        return DkimSigner.of("example.org", "news", PemFiles.pkcs8(KEY.getPrivate()));
    }

    private static byte[] newsletter() {
        Letter letter = new Letter("Grüße aus Wien", Locale.GERMAN, "<p>Grüße,  Welt</p>\n\n", "Grüße \n\n", List.of());
        Mailbox from = new Mailbox("Cluster Courier", "news@example.org");
        Envelope.Unsubscribe unsubscribe = new Envelope.Unsubscribe(
                URI.create("https://example.org/leave?token=" + "x".repeat(20)), Optional.of(from));
        Envelope.ListId list =
                new Envelope.ListId("Cluster Courier", "news.lists.example.org", Optional.of(unsubscribe));
        Envelope envelope =
                new Envelope(from, Optional.of(from), new Mailbox("", "a@example.net"), Optional.of(list), false);
        return new MessageComposer(letter, ZoneOffset.UTC)
                .compose(envelope, NOW)
                .bytes();
    }

    private static String sign(byte[] message) throws UnusableKeyException {
        return ascii(signer().sign(message, NOW));
    }

    private static String signWithBody(String body) throws UnusableKeyException {
        return sign(bytes("From: news@example.org\r\nSubject:  two   words \r\n\r\n" + body));
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @return the signatures that hold */
    private static List<SignatureRecord> verify(String message) throws IOException, FailException {
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> {
            assertThat(selector + "._domainkey." + domain).isEqualTo("news._domainkey.example.org");
            return List.of(record());
        });
        return verifier.verify(new ByteArrayInputStream(bytes(message)));
    }

    private static String record() {
        try {
            return signer().record();
        } catch (UnusableKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void signsWhatNewslettersSay() throws Exception {
        String signed = sign(newsletter());

        assertThat(signed).endsWith(ascii(newsletter()));
        assertThat(verify(signed)).singleElement().satisfies(signature -> {
            assertThat(signature.getHeaders().stream().map(CharSequence::toString))
                    .containsExactly(
                            ("from from reply-to to to subject subject date date message-id message-id mime-version mime-version"
                                            + " content-type content-type content-language list-id list-unsubscribe list-unsubscribe-post")
                                    .split(" "));
            assertThat(signature.getDToken()).hasToString("example.org");
            assertThat(signature.getSignatureTimestamp()).isEqualTo(NOW.getEpochSecond());
        });
    }

    @Test
    void staysWithinTheLinesOfAMessage() throws Exception {
        String header = sign(newsletter()).split("\r\n\r\n", 2)[0];

        assertThat(header.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    /** The hash is the one that RFC 6376, 3.4.4 gives for a body with nothing in it; jDKIM takes another. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n", " \t\r\n \r\n"})
    void signsABodyWithNothingInIt(String body) throws Exception {
        assertThat(signWithBody(body)).contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "text\r\n",
                "text\r\n\r\n\r\n",
                "\r\n\r\ntext\r\n \r\nmore\r\n",
                " \t leading\ttab,  two blanks,\t\tend \t \r\n",
                "a \r\n\r\n\t\r\nb",
                ".\r\n..\r\n"
            })
    void signsEveryFormOfBody(String body) throws Exception {
        assertThat(verify(signWithBody(body))).hasSize(1);
    }

    @Test
    void signsBodiesOfChance() throws Exception {
        Random random = new Random(20180903);
        String[] words = {" ", "  ", "\t", "\r\n", "\r\n\r\n", "a", "word", ".", "=20"};
        for (int round = 0; round < 200; round++) {
            StringBuilder body = new StringBuilder("text");
            random.ints(random.nextInt(30), 0, words.length).forEach(word -> body.append(words[word]));

            assertThat(verify(signWithBody(body + "\r\n"))).as(body.toString()).hasSize(1);
        }
    }

    /** What a server on the way may do. */
    @ParameterizedTest
    @CsvSource({"'Subject: ', 'SUBJECT :   '", "'Date: ', 'Date:\r\n   '", "'To: ', 'X-Spam: no\r\nTo: '"})
    void survivesHonestServers(String written, String rewritten) throws Exception {
        String signed = sign(newsletter());

        assertThat(verify(signed.replaceFirst("\r\n" + written, "\r\n" + rewritten)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'From: ', 'From: forged@example.com\r\nFrom: '",
        "'Subject: ', 'Subject: forged\r\nSubject: '",
        "'Subject: ', 'Subject: x'",
        "'List-Unsubscribe: <', 'List-Unsubscribe: <x'",
        "'List-Unsubscribe-Post: ', 'List-Unsubscribe-Post: x'",
        "'MIME-Version: ', 'Content-Type: text/plain\r\nMIME-Version: '",
        "'--=_', 'x\r\n--=_'"
    })
    void breaksWhenSomebodyChangesTheMessage(String written, String rewritten) throws Exception {
        String changed = sign(newsletter()).replaceFirst("\r\n" + written, "\r\n" + rewritten);

        assertThat(changed).isNotEqualTo(sign(newsletter()));
        assertThatThrownBy(() -> verify(changed)).isInstanceOf(FailException.class);
    }

    @Test
    void readsKeysInEveryFormThatOpenSslWrites() throws Exception {
        String pkcs8 = PemFiles.pkcs8(KEY.getPrivate());
        List<String> forms = List.of(
                pkcs8,
                PemFiles.pkcs1(KEY.getPrivate()),
                pkcs8.replace("\n", "\r\n"),
                pkcs8.strip().replace("\n", "\\n"),
                "a comment\n" + pkcs8);
        for (String form : forms) {
            String signed = ascii(DkimSigner.of("example.org", "news", form).sign(newsletter(), NOW));

            assertThat(verify(signed)).hasSize(1);
        }
    }

    @Test
    void saysWhatIsWrongWithAKeyAndWhatToDo() {
        String short1024 = PemFiles.pkcs8(PemFiles.rsa(1024).getPrivate());
        String curve = PemFiles.pkcs8(PemFiles.pair("EC", 256).getPrivate());
        String publicKey = PemFiles.pem("PUBLIC KEY", KEY.getPublic().getEncoded());
        String locked = PemFiles.pkcs8(KEY.getPrivate()).replace("PRIVATE", "ENCRYPTED PRIVATE");
        String formerlyLocked = PemFiles.pkcs1(KEY.getPrivate())
                .replaceFirst("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n");
        String cutOff = PemFiles.pkcs8(KEY.getPrivate()).replaceFirst("\n.{64}\n", "\n");

        assertUnusable(short1024, "has 1024 bits, and 2048 to 4096 are verified everywhere", "openssl genrsa");
        assertUnusable(curve, "is not a whole RSA key", "openssl genrsa");
        assertUnusable(PemFiles.pem("EC PRIVATE KEY", new byte[9]), "is not an RSA key", "openssl genrsa");
        assertUnusable(publicKey, "is the public one", "the file that 'openssl genrsa' wrote");
        assertUnusable(locked, "is locked with a passphrase", "unlock it with 'openssl rsa");
        assertUnusable(formerlyLocked, "is locked with a passphrase", "unlock it with 'openssl rsa");
        assertUnusable(cutOff, "is not a whole RSA key", "openssl genrsa");
        assertUnusable("hunter2", "is not in PEM", "openssl genrsa");
    }

    private static void assertUnusable(String pem, String message, String hint) {
        assertThatThrownBy(() -> DkimSigner.of("example.org", "news", pem))
                .isInstanceOfSatisfying(UnusableKeyException.class, unusable -> {
                    assertThat(unusable).hasMessageContaining(message);
                    assertThat(unusable.hint()).contains(hint);
                });
    }

    @Test
    void signsNothingWithoutASender() {
        assertThatThrownBy(() -> sign(bytes("Subject: x\r\n\r\nText\r\n"))).hasMessage("a message has a sender");
    }
}
