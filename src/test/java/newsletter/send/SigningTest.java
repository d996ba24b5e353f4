package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import newsletter.content.Sending;
import newsletter.content.Workspace;
import newsletter.finding.Findings;
import newsletter.finding.TextReport;
import newsletter.message.dkim.DkimSigner;
import newsletter.message.dkim.PemFiles;
import newsletter.model.Publication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the settings to what signs. */
class SigningTest {
    private static final Publication.Sender SENDER =
            new Publication.Sender("Courier", "news@example.org", Optional.empty());
    private static final String KEY = PemFiles.pkcs8(PemFiles.rsa(2048).getPrivate());

    @TempDir
    private Path temp;

    private final Findings findings = new Findings();
    private Path root;

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectory(temp.resolve("newsletter"));
    }

    private Optional<DkimSigner> signer(String settings, Map<String, String> environment) throws IOException {
        Files.writeString(root.resolve("newsletter.yaml"), "name: Courier\ndkim: " + settings + "\n");
        return Sending.read(new Workspace(root), environment, findings)
                .flatMap(sending -> sending.dkim(Optional.of(SENDER)))
                .flatMap(key -> Signing.with(key, findings));
    }

    private String report() {
        return new TextReport(false).of(findings.sorted());
    }

    @Test
    void takesTheKeyFromAFileBesideTheNewsletter() throws Exception {
        Files.writeString(temp.resolve("dkim.pem"), KEY);

        DkimSigner signer =
                signer("{selector: news, key-file: ../dkim.pem}", Map.of()).orElseThrow();

        byte[] signed = signer.sign(
                "From: news@example.org\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII), Instant.EPOCH);
        assertThat(new String(signed, StandardCharsets.US_ASCII)).contains(" d=example.org;", " s=news;");
        assertThat(report()).isEmpty();
    }

    @Test
    void takesTheKeyFromTheEnvironment() throws Exception {
        assertThat(signer("{domain: bücher.example, selector: news, key: '${DKIM_KEY}'}", Map.of("DKIM_KEY", KEY))
                        .orElseThrow()
                        .recordName())
                .isEqualTo("news._domainkey.xn--bcher-kva.example");
    }

    @Test
    void saysWhatIsWrongWithTheKeyAndShowsNothingOfIt() throws Exception {
        String small = PemFiles.pkcs8(PemFiles.rsa(1024).getPrivate());

        assertThat(signer("{selector: news, key: '${DKIM_KEY}'}", Map.of("DKIM_KEY", small)))
                .isEmpty();

        assertThat(report()).isEqualTo("""
                        newsletter.yaml:2:30: error[bad-key]: the key for DKIM has 1024 bits, and 2048 to 4096 are verified everywhere
                          hint: make one with 'openssl genrsa -out dkim.pem 2048'

                        """);
    }

    @Test
    void saysThatTheFileIsNotThere() throws Exception {
        assertThat(signer("{selector: news, key-file: '${HOME}/dkim.pem'}", Map.of("HOME", temp.toString())))
                .isEmpty();

        assertThat(report()).contains("error[bad-key]: the key for DKIM cannot be read: " + temp + "/dkim.pem");
    }

    @Test
    void takesNoKeyOutOfTheNewslettersFolder() throws Exception {
        Path inside = Files.writeString(root.resolve("dkim.pem"), KEY);

        assertThat(signer("{selector: news, key-file: '" + inside + "'}", Map.of()))
                .isEmpty();

        assertThat(report())
                .contains("error[secret-in-file]: the key lies in the newsletter's folder, and would be in git");
    }
}
