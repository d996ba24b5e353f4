package newsletter.render;

import java.util.ArrayList;
import java.util.List;

/** Setting of plain text in lines of {@value #WIDTH} columns at most; only a word that is longer stands out. */
final class PlainText {
    /** Columns, counted in Unicode code points. */
    static final int WIDTH = 72;

    private PlainText() {}

    /** The text in lines, each after {@code indent} spaces; line breaks in it stay. */
    static String wrap(String text, int indent) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> wrapLine(line, indent, lines));
        return String.join("\n", lines);
    }

    private static void wrapLine(String text, int indent, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("[ \\t\\n]+", -1)) {
            if (!line.isEmpty() && indent + length(line) + 1 + length(word) > WIDTH) {
                lines.add(" ".repeat(indent) + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
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
        return text.replaceAll("[ \\t\\u00A0]+(?=\\n)", "")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
