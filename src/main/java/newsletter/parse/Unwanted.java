package newsletter.parse;

import java.util.OptionalInt;

/** Characters that no text needs: what YAML 1.1 cannot hold or takes for a line break, what moves a terminal's cursor, halves. */
final class Unwanted {
    private Unwanted() {}

    /** Whether a character, or a UTF-16 unit that is part of one, is unwanted. Half a character is not told from its whole. */
    static boolean is(int c) {
        if (c >= ' ' && c < '\u007F') {
            return false;
        }
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= '\u007F' && c <= '\u009F')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFFFE'
                || c == '\uFFFF';
    }

    /** The first unwanted character of a text, half a character among them. */
    static OptionalInt first(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isUnwanted(c)) {
                return OptionalInt.of(c);
            }
            at += Character.charCount(c);
        }
        return OptionalInt.empty();
    }

    /** The text with the sign for an unreadable character in place of each unwanted one. */
    static String replaced(String text) {
        if (first(text).isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        text.codePoints().map(c -> isUnwanted(c) ? '\uFFFD' : c).forEach(replaced::appendCodePoint);
        return replaced.toString();
    }

    private static boolean isUnwanted(int c) {
        return is(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** {@code U+001B}. */
    static String name(int c) {
        return String.format("U+%04X", c);
    }
}
