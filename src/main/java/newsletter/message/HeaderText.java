package newsletter.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote, as words that a header field can hold: ASCII as it is, all else as encoded words of RFC 2047. Control
 * characters become blanks, or a line break in a subject would begin a header field of somebody else's choice.
 */
final class HeaderText {
    /** Characters: what fits on a line of 76 beside a field's name. RFC 2047 would allow an encoded word 75. */
    private static final int LONGEST = 64;

    private static final String START = "=?utf-8?Q?";
    private static final String END = "?=";

    private static final Pattern NO_WORDS = Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029]+");

    private HeaderText() {}

    /** The words of an unstructured field (RFC 5322, 2.2.1). */
    static List<String> words(String text) {
        String line = clean(text);
        return isPlain(line) ? List.of(line.split(" ", -1)) : encoded(line);
    }

    /** The words of a display name (RFC 5322, 3.2.5), in quotes where it is not encoded. */
    static List<String> phrase(String name) {
        String line = clean(name);
        if (!isPlain(line)) {
            return encoded(line);
        }
        return List.of(("\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"").split(" ", -1));
    }

    /** One line without control characters. */
    static String clean(String text) {
        return isClean(text) ? text : NO_WORDS.matcher(text).replaceAll(" ").strip();
    }

    /** As most values of a million recipients are. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c < ' ' || c >= 0x7F || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** Whether a reader gets back what is written: nothing that needs encoding, nothing that looks as if it were. */
    private static boolean isPlain(String line) {
        int length = 0;
        for (int index = 0; index < line.length(); index++) {
            char c = line.charAt(index);
            length = c == ' ' ? 0 : length + 1;
            if (length > LONGEST || c >= 0x7F) {
                return false;
            }
        }
        return !line.contains("=?");
    }

    /** Each word whole code points (RFC 2047, 5): some programs decode one word without the next. */
    private static List<String> encoded(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder(START);
        line.codePoints().mapToObj(HeaderText::encoded).forEach(character -> {
            if (word.length() + character.length() + END.length() > LONGEST) {
                words.add(word.append(END).toString());
                word.setLength(0);
                word.append(START);
            }
            word.append(character);
        });
        words.add(word.append(END).toString());
        return words;
    }

    /** Only letters and digits stay: in a phrase more would be taken for its syntax (RFC 2047, 5.3). */
    private static String encoded(int codePoint) {
        if (codePoint == ' ') {
            return "_";
        }
        if (codePoint < 0x7F && Character.isLetterOrDigit(codePoint)) {
            return Character.toString(codePoint);
        }
        StringBuilder encoded = new StringBuilder();
        for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("=%02X", octet));
        }
        return encoded.toString();
    }
}
