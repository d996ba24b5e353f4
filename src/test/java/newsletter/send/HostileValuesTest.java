package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import newsletter.content.EmailAddress;
import newsletter.message.Envelope;
import newsletter.message.Letter;
import newsletter.message.Mailbox;
import newsletter.message.MessageComposer;
import newsletter.message.Posting;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Values that want to be more than a value, in each place from which one reaches the header of a message. mime4j reads what comes of
 * them: the fields are those of a harmless message, and the body is whole.
 */
class HostileValuesTest {
    private static final String HARMLESS = "Anna";
    private static final String BODY = "The body.\r\n";

    /** What a value may begin with, end with, or have in its midst; each in each of these places. */
    private static final List<String> SEEDS = List.of(
            "\r\nBcc: spy@example.net",
            "\nBcc: spy@example.net",
            "\rBcc: spy@example.net",
            "\r\n Bcc: spy@example.net",
            "\r\n\r\n<p>another body</p>",
            "\n\n<p>another body</p>",
            "\r\n.\r\nMAIL FROM:<spy@example.net>\r\n",
            "\n.\n",
            "\u2028Bcc: spy@example.net",
            "\u2029Bcc: spy@example.net",
            "\u0085Bcc: spy@example.net",
            "\u000BBcc: spy@example.net",
            "\u000CBcc: spy@example.net",
            "\u0000Bcc: spy@example.net",
            "\u001B[31m",
            "\u010A\u0D0ABcc: spy@example.net",
            "\uFF0DBcc\uFF1A spy@example.net",
            "%0d%0aBcc: spy@example.net",
            "%250aBcc: spy@example.net",
            "=0D=0ABcc: spy@example.net",
            "=?utf-8?Q?=0D=0ABcc:_spy=40example.net?=",
            "=?utf-8?B?DQpCY2M6IHNweUBleGFtcGxlLm5ldA==?=",
            "=?utf-8?Q?",
            "?=",
            "\", <spy@example.net>, \"",
            "\\\", <spy@example.net>, \\\"",
            "\\",
            "\"",
            "<spy@example.net>",
            ">, <spy@example.net>",
            "(a comment",
            ") spy@example.net (",
            ", spy@example.net",
            "; spy@example.net",
            ": spy@example.net;",
            "group: spy@example.net;",
            "\t",
            "\t\r\n\t",
            "${recipient.email}",
            "${recipient.first_name!\"\r\nBcc: spy@example.net\"}",
            "\u0001HTML\u0002email\u0002\u0003",
            "\u202Egro.elpmaxe@yps",
            "\uD800",
            "\uDC00\uD800",
            "😀".repeat(40),
            "ü".repeat(300),
            "x".repeat(2_000),
            "x ".repeat(900),
            "\r\n".repeat(100),
            "Content-Type: text/plain\r\n\r\n",
            "--=_",
            "charset=utf-7; +ADw-script+AD4-");

    private static List<String> values() {
        List<String> values = new ArrayList<>();
        for (String seed : SEEDS) {
            values.addAll(List.of(seed, seed + HARMLESS, HARMLESS + seed, HARMLESS + seed + HARMLESS));
        }
        return values;
    }

    /** Where a value comes from. */
    enum Place {
        SUBJECT(value -> message(value, "News", "a@example.org", Map.of(), "https://example.org/leave", "f")),
        NAME_OF_SENDER_AND_LIST(
                value -> message("News", value, "a@example.org", Map.of(), "https://example.org/leave", "f")),
        ADDRESS(value -> message("News", "News", address(value), Map.of(), "https://example.org/leave", "f")),
        COLUMN_IN_SUBJECT(value -> message(
                "News for ${recipient.first_name!\"you\"}",
                "News",
                "a@example.org",
                Map.of("first_name", value),
                "https://example.org/leave",
                "f")),
        WAY_OUT(value -> message("News", "News", "a@example.org", Map.of(), "https://example.org/" + value, "f")),
        FEEDBACK(value -> message("News", "News", "a@example.org", Map.of(), "https://example.org/leave", value));

        @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
        private final Function<String, byte[]> message;

        Place(Function<String, byte[]> message) {
            this.message = message;
        }
    }

    /** An address that a table or the settings may name. */
    private static String address(String value) {
        String address = value + "@example.org";
        if (!EmailAddress.isOne(address)) {
            throw new IllegalArgumentException("the reader of tables takes no such address");
        }
        return address;
    }

    private static byte[] message(
            String subject, String name, String address, Map<String, String> values, String wayOut, String feedback) {
        Mailbox mailbox = new Mailbox(name, address);
        Envelope.Unsubscribe unsubscribe = new Envelope.Unsubscribe(URI.create(wayOut), Optional.of(mailbox));
        Envelope.ListId list = new Envelope.ListId(name, "news.example.org", Optional.of(unsubscribe));
        Envelope envelope = new Envelope(mailbox, Optional.of(mailbox), mailbox, Optional.of(list), false);
        Letter letter = new Letter(subject, Locale.ENGLISH, BODY, BODY, List.of());
        return new MessageComposer(letter, ZoneOffset.UTC)
                .compose(envelope, new Posting(List.of(subject), Optional.of(feedback), false, values), Instant.EPOCH)
                .bytes();
    }

    private static Message read(byte[] message) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        return builder.parseMessage(new ByteArrayInputStream(message));
    }

    private static List<String> fields(Message message) {
        return message.getHeader().getFields().stream().map(Field::getName).toList();
    }

    @ParameterizedTest
    @EnumSource
    void stayValues(Place place) throws IOException {
        List<String> expected = fields(read(place.message.apply(HARMLESS)));
        assertThat(values()).hasSizeGreaterThan(200);
        TreeSet<String> refused = new TreeSet<>();
        for (String value : values()) {
            Throwable refusal = catchThrowable(() -> place.message.apply(value));
            if (refusal != null) {
                assertThat(refusal).as(value).isInstanceOf(IllegalArgumentException.class);
                refused.add(value);
                continue;
            }
            byte[] bytes = place.message.apply(value);
            assertIsOneMessage(value, bytes);
            Message message = read(bytes);
            assertThat(fields(message)).as(value).isEqualTo(expected);
            assertThat(message.getTo()).as(value).hasSize(1);
            assertThat(message.getFrom()).as(value).hasSize(1);
            assertThat(((Multipart) message.getBody()).getBodyParts()).as(value).hasSize(2);
        }
        // What people write anyway has to be taken, whatever it looks like.
        if (place == Place.SUBJECT || place == Place.NAME_OF_SENDER_AND_LIST || place == Place.COLUMN_IN_SUBJECT) {
            assertThat(refused).isEmpty();
        }
    }

    /** Nothing in it ends it early, and no line of its header could be taken for another field by a careless reader. */
    private static void assertIsOneMessage(String value, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .as(value)
                .doesNotContain("\r\n.\r\n")
                .doesNotContainPattern("\r(?!\n)|(?<!\r)\n|[^\\x00-\\x7F]");
        String header = text.substring(0, text.indexOf("\r\n\r\n"));
        assertThat(header.lines()).as(value).noneMatch(line -> line.matches("(?i)\\s*(bcc|mail from).*"));
        assertThat(text.substring(header.length())).as(value).startsWith("\r\n\r\n--=_");
    }
}
