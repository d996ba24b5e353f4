package newsletter.render;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Setting of plain text in lines of {@value #WIDTH} columns at most; only a word that is longer stands out. */
final class PlainText {
    /** Columns, counted in Unicode code points. */
    static final int WIDTH = 72;

    private static final String BLANKS = " \t\u00A0";

    private PlainText() {}

    /** The text in lines, each after {@code indent} spaces; line breaks in it stay. */
    static String wrap(String text, int indent) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> wrapLine(line, indent, lines));
        return String.join("\n", lines);
    }

    private static void wrapLine(String text, int indent, List<String> lines) {
        StringBuilder line = new StringBuilder();
        int room = WIDTH - indent;
        int used = 0;
        StringTokenizer words = new StringTokenizer(text.strip(), " \t\n");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            int length = length(word);
            if (used > 0 && used + 1 + length > room) {
                lines.add(" ".repeat(indent) + line);
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += length;
        }
        if (!line.isEmpty()) {
            lines.add(" ".repeat(indent) + line);
        }
    }

    /** The text, and under it a line of the same length made of one character. */
    static String underline(String text, String mark) {
        String wrapped = wrap(text, 0);
        int widest = wrapped.lines().mapToInt(PlainText::length).max().orElse(0);
        return wrapped + "\n" + mark.repeat(widest);
    }

    /** Every line after a prefix. */
    static String prefix(String text, String prefix) {
        return String.join(
                "\n", text.lines().map(line -> (prefix + line).stripTrailing()).toList());
    }

    /** No blanks at the ends of lines, one blank line at most between lines, one line break at the end. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        int from = 0;
        int empty = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            String line = withoutBlanksAtItsEnd(text.substring(from, end));
            empty = line.isEmpty() ? empty + 1 : 0;
            if (empty <= 1) {
                tidy.append(line).append('\n');
            }
            from = end + 1;
        }
        return tidy.append(text, from, text.length()).toString().strip() + "\n";
    }

    private static String withoutBlanksAtItsEnd(String line) {
        int end = line.length();
        while (end > 0 && BLANKS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
