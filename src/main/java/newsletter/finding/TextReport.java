package newsletter.finding;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Findings as people read them:
 *
 * <pre>
 * content/events/vienna.md:4:11: error[bad-date]: 'deadline' is not a date: 14/09/2018
 *   4 | deadline: 14/09/2018
 *     |           ^
 *   hint: write it as 2018-09-14
 * </pre>
 */
public final class TextReport {
    private static final int SHOWN = 100;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final String BOLD = "1";
    private static final String FAINT = "2";
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFE}\\x{FFFF}&&[^\t]]");

    private final boolean color;

    /** @param color whether to use ANSI escapes */
    public TextReport(boolean color) {
        this.color = color;
    }

    /** All findings in the order given, with a blank line after each; empty for none. */
    public String of(List<Finding> findings) {
        StringBuilder report = new StringBuilder();
        findings.forEach(finding -> report.append(of(finding)).append('\n'));
        return report.toString();
    }

    /** One finding, ended by a line break. */
    public String of(Finding finding) {
        StringBuilder report = new StringBuilder();
        report.append(paint(BOLD, visible(finding.at() + ":")))
                .append(' ')
                .append(paint(tone(finding.severity()), label(finding)));
        report.append(": ").append(sentence(finding.message())).append('\n');
        appendExcerpt(report, finding.at());
        return report.append("  hint: ")
                .append(sentence(finding.hint()))
                .append('\n')
                .toString();
    }

    /** What an editor wrote may be part of it, of any length. */
    private static String sentence(String text) {
        return visible(text.length() <= LONGEST_SENTENCE ? text : text.substring(0, LONGEST_SENTENCE) + "…");
    }

    private static String label(Finding finding) {
        return finding.severity().word() + "[" + finding.code().id() + "]";
    }

    private static String tone(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case NOTE -> "1;36";
        };
    }

    private void appendExcerpt(StringBuilder report, Location at) {
        String line = at.source().line(at.line());
        if (line.isBlank() || Secrecy.covers(line)) {
            return;
        }
        Excerpt excerpt = Excerpt.of(line, at.column());
        String number = Integer.toString(at.line());
        String gutter = " ".repeat(number.length());
        report.append(paint(FAINT, "  " + number + " | "))
                .append(excerpt.text())
                .append('\n');
        report.append(paint(FAINT, "  " + gutter + " | "))
                .append(excerpt.indent())
                .append(paint(tone(Severity.ERROR), "^"))
                .append('\n');
    }

    private String paint(String style, String text) {
        return color ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }

    /** The part of a line that is shown, and what stands under it before the caret. */
    private record Excerpt(String text, String indent) {
        static Excerpt of(String line, int column) {
            int length = line.codePointCount(0, line.length());
            int caret = Math.min(column - 1, length);
            int from = length <= SHOWN ? 0 : Math.max(0, Math.min(caret - SHOWN / 2, length - SHOWN));
            int to = Math.min(length, from + SHOWN);
            String before = (from > 0 ? "…" : "") + cut(line, from, caret);
            String after = cut(line, Math.min(caret, to), to) + (to < length ? "…" : "");
            return new Excerpt(visible(before + after), visible(before).replaceAll("[^\t]", " "));
        }

        private static String cut(String line, int from, int to) {
            int start = line.offsetByCodePoints(0, from);
            return line.substring(start, line.offsetByCodePoints(start, to - from));
        }
    }

    /** Without what would move the cursor, colour the terminal or turn its lines around: a file must not write to it. */
    private static String visible(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
