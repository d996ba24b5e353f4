package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import newsletter.cli.Example;
import newsletter.cli.ExitCode;
import newsletter.message.Envelope;
import newsletter.message.Letter;
import newsletter.message.Mailbox;
import newsletter.message.MessageComposer;
import newsletter.message.dkim.DkimSigner;
import newsletter.message.dkim.PemFiles;
import newsletter.model.MailServer;
import newsletter.model.Recipient;
import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole send through a real mail server into a mailbox, read back by others. */
@Timeout(240)
class PostfixTest {
    private static final int RECIPIENTS = 50;
    private static final String TEXT = "Grüße, ≤ 100 €\n\n.dot\nFrom the beginning\n";

    private static byte[] message(DkimSigner signer, Recipient recipient) {
        Letter letter = new Letter("Grüße aus Wien", Locale.GERMAN, "<p>Grüße</p>", TEXT, List.of());
        Envelope envelope = new Envelope(
                new Mailbox("Courier", "news@example.org"),
                Optional.empty(),
                new Mailbox("A reader", recipient.address()),
                Optional.empty(),
                false);
        byte[] message = new MessageComposer(letter, ZoneOffset.UTC)
                .compose(envelope, Instant.EPOCH)
                .bytes();
        return signer.sign(message, Instant.EPOCH);
    }

    @Test
    void bringsToEachReaderWhatWasWritten(@TempDir Path folder) throws Exception {
        DkimSigner signer = DkimSigner.of(
                "example.org", "news", PemFiles.pkcs8(PemFiles.rsa(2048).getPrivate()));
        try (Postfix postfix = Postfix.start();
                Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            Mailing mailing = ledger.mailing("2018-09", "members", "hash", false);
            mailing.load(IntStream.range(0, RECIPIENTS)
                    .mapToObj(number -> new Recipient("r" + number + "@example.org", Map.of())));
            SmtpServer server = new SmtpServer(
                    "127.0.0.1",
                    postfix.port(),
                    MailServer.Security.NONE,
                    Optional.empty(),
                    "news.example.org",
                    Duration.ofSeconds(60));

            Optional<String> stopped = new Sender(
                            mailing,
                            server,
                            "news@example.org",
                            SSLContext.getDefault(),
                            recipient -> message(signer, recipient),
                            new Sender.Options(4, Duration.ZERO, Patience.USUAL))
                    .run();

            assertThat(stopped).isEmpty();
            assertThat(mailing.counts()).containsEntry(State.SENT, (long) RECIPIENTS);
            List<byte[]> delivered = postfix.delivered(RECIPIENTS);
            assertThat(delivered).hasSize(RECIPIENTS);
            TreeSet<String> readers = new TreeSet<>();
            for (byte[] message : delivered) {
                readers.add(read(message, signer));
            }
            assertThat(readers).hasSize(RECIPIENTS);
        }
    }

    /** @return whom it is to */
    private static String read(byte[] delivered, DkimSigner signer) throws Exception {
        // In a mailbox lines end as the machine has it.
        byte[] wire = new String(delivered, StandardCharsets.US_ASCII)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> List.of(signer.record()));
        assertThat(verifier.verify(new ByteArrayInputStream(wire))).hasSize(1);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire));
        assertThat(message.getSubject()).isEqualTo("Grüße aus Wien");
        assertThat(part(message, 0)).isEqualTo(TEXT);
        assertThat(message.getHeader("Return-Path", null)).isEqualTo("<news@example.org>");
        return message.getAllRecipients()[0].toString();
    }

    /** "What is sent is what was built": the reader's own line endings and the place of the pictures are all that differs. */
    @Test
    void bringsTheExampleToATestListAsItsPageIs(@TempDir Path folder) throws Exception {
        try (Postfix postfix = Postfix.start()) {
            Newsroom newsroom = Newsroom.in(Example.copyTo(folder));
            String settings = Files.readString(folder.resolve("newsletter.yaml"))
                    .replace("editors@lists.example.org", "editors@example.org")
                    .replaceFirst(
                            "(?s)smtp:.*", "smtp: {host: 127.0.0.1, port: " + postfix.port() + ", security: none}\n");
            newsroom.write("newsletter.yaml", settings);
            assertThat(newsroom.run("build", "2018-09").exit()).isEqualTo(ExitCode.DONE);

            Newsroom.Run sent = newsroom.run("send", "2018-09", "--to", "test");

            assertThat(sent.exit()).as(sent.err()).isEqualTo(ExitCode.DONE);
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(postfix.delivered(1).get(0)));
            MimeMessage built = new MimeMessage(
                    Session.getInstance(new Properties()),
                    Files.newInputStream(folder.resolve("out/2018-09/newsletter.eml")));
            assertThat(message.getSubject()).isEqualTo("[Test] " + built.getSubject());
            assertThat(part(message, 0)).isEqualTo(Files.readString(folder.resolve("out/2018-09/newsletter.txt")));
            assertThat(part(message, 1))
                    .isEqualTo(part(built, 1))
                    .isEqualTo(Files.readString(folder.resolve("out/2018-09/index.html"))
                            .replace("src=\"images/", "src=\"https://news.example.org/2018-09/images/"));
        }
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return ((Multipart) message.getContent())
                .getBodyPart(number)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }
}
