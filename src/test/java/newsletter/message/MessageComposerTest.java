package newsletter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsletter.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages on the wire, and as jakarta.mail reads them. */
class MessageComposerTest {
    private static final Instant NOW = Instant.parse("2018-09-03T06:05:09Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Mailbox SENDER = new Mailbox("Cluster Courier", "news@example.org");
    private static final Mailbox READER = new Mailbox("A reader", "reader@example.net");

    private static Letter letter(String subject, String html, String text, InlinePart... pictures) {
        return new Letter(subject, Locale.forLanguageTag("de-AT"), html, text, List.of(pictures));
    }

    private static Envelope envelope(Mailbox from) {
        return new Envelope(from, Optional.empty(), READER, Optional.empty(), false);
    }

    private static String compose(Letter letter, Envelope envelope) {
        return ascii(new MessageComposer(letter, ZONE).compose(envelope, NOW).bytes());
    }

    private static String composeWithSubject(String subject) {
        return compose(letter(subject, "<p>x</p>", "x"), envelope(SENDER));
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static MimeMessage read(String message) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<String> headerLines(String message) {
        return List.of(message.substring(0, message.indexOf("\r\n\r\n")).split("\r\n", -1));
    }

    /** What no message may break, whatever stands in it. */
    private static void assertFitForTheWire(String message) {
        assertThat(message.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(message.chars()).allMatch(c -> c == '\r' || c == '\n' || c == '\t' || (c >= ' ' && c < 0x7F));
        assertThat(headerLines(message)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        assertThat(message.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(message.split("\r\n", -1))
                .noneMatch(line -> line.startsWith(".") || line.startsWith("From "))
                .noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void writesTheFieldsOfAMessageInOrderAndEachOnce() {
        Envelope.ListId list = new Envelope.ListId(
                "Cluster Courier",
                "cluster-news.lists.example.org",
                Optional.of(new Envelope.Unsubscribe(
                        URI.create("https://lists.example.org/leave?t=4f1c"),
                        Optional.of(new Mailbox("", "leave+all@lists.example.org")))));
        Envelope envelope = new Envelope(
                SENDER, Optional.of(new Mailbox("Editors", "editors@example.org")), READER, Optional.of(list), true);

        String message = compose(letter("September", "<p>x</p>", "x"), envelope);

        assertThat(message.substring(0, message.indexOf("MIME-Version")).replaceFirst("<[0-9a-f]{32}@", "<ID@"))
                .isEqualTo("""
                        Date: Mon, 3 Sep 2018 08:05:09 +0200
                        From: "Cluster Courier" <news@example.org>
                        Reply-To: "Editors" <editors@example.org>
                        To: "A reader" <reader@example.net>
                        Subject: September
                        Message-ID: <ID@example.org>
                        Content-Language: de-AT
                        List-Id: "Cluster Courier" <cluster-news.lists.example.org>
                        List-Unsubscribe: <https://lists.example.org/leave?t=4f1c>,
                         <mailto:leave%2Ball@lists.example.org>
                        List-Unsubscribe-Post: List-Unsubscribe=One-Click
                        Auto-Submitted: auto-generated
                        Precedence: bulk
                        X-Auto-Response-Suppress: OOF, AutoReply
                        X-Unsent: 1
                        """.replace("\n", "\r\n"));
        assertFitForTheWire(message);
    }

    @Test
    void isADraftOnlyWhereItIsToBeOne() {
        assertThat(composeWithSubject("x")).doesNotContain("X-Unsent").doesNotContain("List-");
    }

    @Test
    void tellsUniversalTimeAsAnOffset() {
        MessageComposer composer = new MessageComposer(letter("x", "<p>x</p>", "x"), ZoneId.of("UTC"));

        assertThat(ascii(composer.compose(envelope(SENDER), NOW).bytes()))
                .startsWith("Date: Mon, 3 Sep 2018 06:05:09 +0000\r\n");
    }

    static Stream<String> awkwardTexts() {
        return Stream.of(
                "Neues aus Köln, Gruß an Łódź",
                "a subject of many plain words ".repeat(10).strip(),
                "x".repeat(300),
                "x".repeat(3_000),
                "ä".repeat(300),
                "Neue Förderung für Großprojekte ".repeat(10).strip(),
                "😀👩‍👩‍👧‍👦".repeat(30),
                "日本語のニュースレター".repeat(8),
                "نشرة إخبارية",
                "looks =?utf-8?Q?encoded?= but is not",
                "a \"quoted\" (comment) <tag>, back\\slash; @ : .",
                "a_b=c?d",
                "naïve plain words follow here to the end of a long line that is folded somewhere");
    }

    @ParameterizedTest
    @MethodSource("awkwardTexts")
    void keepsAnySubject(String subject) throws MessagingException, IOException {
        String message = composeWithSubject(subject);

        assertFitForTheWire(message);
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(read(message).getHeader("Subject", null))))
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @MethodSource("awkwardTexts")
    void keepsAnyName(String name) throws MessagingException {
        String message = compose(letter("x", "<p>x</p>", "x"), envelope(new Mailbox(name, "news@example.org")));

        assertFitForTheWire(message);
        InternetAddress from = (InternetAddress) read(message).getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo(name);
        assertThat(from.getAddress()).isEqualTo("news@example.org");
    }

    @Test
    void writesTextsAndNamesThatPythonReadsUnderItsStrictPolicy(@TempDir Path folder) throws Exception {
        Program python = Program.find("python3");
        List<String> messages = awkwardTexts()
                .map(text -> compose(letter(text, "<p>x</p>", "x"), envelope(new Mailbox(text, "news@example.org"))))
                .toList();
        Path file = Files.writeString(folder.resolve("messages"), String.join("\0", messages));

        String read = python.run(file, "-I", "-X", "utf8", "src/test/resources/read_headers.py");

        assertThat(read)
                .isEqualTo(awkwardTexts()
                        .map(text -> text + "\n" + text.replace(" ", ""))
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "News\r\nBcc: spy@example.net",
                "News\nBcc: spy@example.net",
                "News\rBcc: spy@example.net",
                "News\r\n\r\n<p>body</p>",
                "News\u2028Bcc: spy@example.net",
                "News\u0000\u0085Bcc: spy@example.net"
            })
    void letsNobodyAddAHeaderFieldThroughAText(String text) throws MessagingException {
        Envelope.ListId list = new Envelope.ListId(text, "list.example.org", Optional.empty());
        Mailbox mailbox = new Mailbox(text, "news@example.org");
        Envelope envelope = new Envelope(mailbox, Optional.of(mailbox), mailbox, Optional.of(list), false);

        String message = compose(letter(text, "<p>x</p>", "x"), envelope);

        assertFitForTheWire(message);
        assertThat(read(message).getHeader("Bcc")).isNull();
        assertThat(headerLines(message)).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("<p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b@example.org",
                "a@ex ample.org",
                "a\r\n@example.org",
                "ü@example.org",
                "no-domain",
                "a<@b.org"
            })
    void takesNoAddressThatAHeaderCannotHold(String address) {
        assertThatThrownBy(() -> new Mailbox("x", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAForeignDomainInAscii() {
        String message = compose(letter("x", "<p>x</p>", "x"), envelope(new Mailbox("Bücher", "news@bücher.example")));

        assertThat(message)
                .contains("From: =?utf-8?Q?B=C3=BCcher?= <news@xn--bcher-kva.example>\r\n")
                .containsPattern("Message-ID: <[0-9a-f]{32}@xn--bcher-kva\\.example>\r\n");
    }

    static Stream<String> awkwardBodies() {
        return Stream.of(
                "",
                "no line break at the end",
                "\n\n\n",
                ".\n..\n.dot\n",
                "From here\n>From there\nFrom\n",
                "blanks  \ntabs\t\n \n",
                "x".repeat(5_000),
                "ü".repeat(5_000),
                "y".repeat(75) + ".\n" + "y".repeat(75) + "From here\n" + "y".repeat(76) + "\n" + "y".repeat(77)
                        + " \n",
                "=3D is not =\n--=_boundary--\n",
                "😀 नमस्ते שלום\n".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("awkwardBodies")
    void keepsAnyBody(String body) throws MessagingException, IOException {
        String message = compose(letter("x", body, body), envelope(SENDER));

        assertFitForTheWire(message);
        MimeMultipart parts = (MimeMultipart) read(message).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(body.replace("\n", "\r\n"));
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo(body.replace("\n", "\r\n"));
    }

    @Test
    void carriesPicturesBesideThePageThatShowsThem() throws MessagingException, IOException {
        byte[] png = new byte[10_000];
        new java.util.Random(7).nextBytes(png);
        String html = "<p><img alt=\"\" src=\"cid:korea-1f0c@example.org\"></p>";
        InlinePart picture = new InlinePart("korea-1f0c@example.org", "image/png", "korea-1f0c.png", png);

        String message = compose(letter("x", html, "x", picture), envelope(SENDER));

        assertFitForTheWire(message);
        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) read(message).getContent()).getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related; type=\"text/html\"");
        assertThat(related.getBodyPart(0).getContent()).isEqualTo(html);
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<korea-1f0c@example.org>");
        assertThat(related.getBodyPart(1).getDisposition()).isEqualTo("inline");
        assertThat(related.getBodyPart(1).getFileName()).isEqualTo("korea-1f0c.png");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(png);
    }

    @Test
    void wantsEachPictureShownAndEachShownOneThere() {
        InlinePart picture = new InlinePart("a@example.org", "image/png", "a.png", new byte[1]);

        assertThatThrownBy(() -> letter("x", "<img src=\"cid:b@example.org\">", "x", picture))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the page shows the pictures [b@example.org], the message has [a@example.org]");
        assertThatThrownBy(() -> letter("x", "<p>cid:a@example.org</p>", "x", picture))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("x", "<img src=\"cid:a@example.org\">", "x", picture, picture))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void offersNoWayOffThatNeedsMoreThanOneClickOrMoreThanOneLine() {
        assertThatThrownBy(() -> new Envelope.Unsubscribe(URI.create("http://example.org/"), Optional.empty()))
                .hasMessageContaining("one click takes https");
        Envelope.Unsubscribe endless =
                new Envelope.Unsubscribe(URI.create("https://example.org/" + "x".repeat(990)), Optional.empty());
        Envelope.ListId list = new Envelope.ListId("x", "list.example.org", Optional.of(endless));
        Envelope envelope = new Envelope(SENDER, Optional.empty(), READER, Optional.of(list), false);

        assertThatThrownBy(() -> compose(letter("x", "<p>x</p>", "x"), envelope))
                .hasMessageStartingWith("the field List-Unsubscribe cannot hold");
    }

    @Test
    void givesTheSameBytesForTheSameTimeOnAnyMachine() {
        Letter letter = letter("Grüße", "<p>ä</p>", "ä");
        String here = compose(letter, envelope(SENDER));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(compose(letter, envelope(SENDER))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void givesEveryMessageAnIdOfItsOwn() {
        MessageComposer composer = new MessageComposer(letter("x", "<p>x</p>", "x"), ZONE);
        Envelope other =
                new Envelope(SENDER, Optional.empty(), new Mailbox("B", "b@example.net"), Optional.empty(), false);
        List<String> ids = Stream.of(
                        composer.compose(envelope(SENDER), NOW),
                        composer.compose(other, NOW),
                        composer.compose(envelope(SENDER), NOW.plusNanos(1)),
                        new MessageComposer(letter("y", "<p>x</p>", "x"), ZONE).compose(envelope(SENDER), NOW),
                        new MessageComposer(letter("x", "<p>y</p>", "x"), ZONE).compose(envelope(SENDER), NOW))
                .map(Message::id)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("<[0-9a-f]{32}@example\\.org>"));
    }
}
