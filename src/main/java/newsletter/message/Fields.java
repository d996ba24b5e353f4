package newsletter.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The header of a message or of a part: fields folded between words (RFC 5322, 2.2.3) so that a line has at most
 * {@value #WIDTH} characters, unless a single word is longer. Not thread-safe.
 */
final class Fields {
    /** RFC 2047, 2: the limit of a line with an encoded word; other lines may have 78. */
    private static final int WIDTH = 76;

    /** RFC 5322, 2.1.1: what no server may have to take. */
    private static final int LIMIT = 998;

    private final StringBuilder out = new StringBuilder();

    /** Adds a field of words that are ASCII already. */
    Fields add(String name, String... words) {
        return add(name, Arrays.asList(words));
    }

    /**
     * Adds a field.
     *
     * @throws IllegalArgumentException when a word is not ASCII, holds a line break, or is longer than a line can be
     */
    Fields add(String name, List<String> words) {
        out.append(name).append(':');
        int column = name.length() + 1;
        boolean first = true;
        for (String word : words) {
            check(name, word);
            if (!first && column + 1 + word.length() > WIDTH) {
                out.append("\r\n");
                column = 0;
            }
            out.append(' ').append(word);
            column += 1 + word.length();
            first = false;
        }
        out.append("\r\n");
        return this;
    }

    /** Adds a field of a mailbox, whose name may be empty. */
    Fields add(String name, Mailbox mailbox) {
        List<String> words = new ArrayList<>(mailbox.name().isBlank() ? List.of() : HeaderText.phrase(mailbox.name()));
        words.add("<" + mailbox.address() + ">");
        return add(name, words);
    }

    private static void check(String name, String word) {
        if (!isAscii(word) || name.length() + 2 + word.length() > LIMIT) {
            throw new IllegalArgumentException("the field " + name + " cannot hold " + word);
        }
    }

    private static boolean isAscii(String word) {
        for (int index = 0; index < word.length(); index++) {
            if (word.charAt(index) < ' ' || word.charAt(index) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** The header and the blank line behind it. */
    byte[] bytes() {
        return (out + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
