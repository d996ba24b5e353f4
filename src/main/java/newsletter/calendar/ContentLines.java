package newsletter.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The lines of a calendar (RFC 5545, 3.1): ended by CRLF, folded after {@value #WIDTH} octets and never within a character. Not
 * thread-safe.
 */
final class ContentLines {
    private static final int WIDTH = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    /** A property whose value needs no escapes. */
    ContentLines add(String property, String value) {
        fold(property + ":" + value);
        return this;
    }

    /** A property of text, which may have several lines. */
    ContentLines addText(String property, String text) {
        return add(
                property,
                withoutControls(text)
                        .replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    /** A day. */
    ContentLines add(String property, LocalDate day) {
        return add(property + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    /** A time, in UTC: then no timezone has to be described. */
    ContentLines add(String property, Instant time) {
        return add(property, UTC.format(time));
    }

    /** A name as a parameter, in quotes; a quote within cannot be written there (RFC 5545, 3.2). */
    static String quoted(String name) {
        return "\"" + withoutControls(name).replace('\n', ' ').replace('"', '\'') + "\"";
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    }

    private void fold(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String character = Character.toString(line.codePointAt(i));
            int octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (width + octets > WIDTH) {
                out.append("\r\n ");
                width = 1;
            }
            out.append(character);
            width += octets;
        }
        out.append("\r\n");
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
