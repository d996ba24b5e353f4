package newsletter.parse;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The text of single YAML values, and where in the source its characters stand. */
final class ScalarReader {
    /** What looks like text and not like a comment: nothing stands between the number sign and it. */
    static final Pattern LOST_TEXT = Pattern.compile("(?<!\\s)\\s+(#[\\p{L}\\p{N}].*)");

    /** In longer lines nobody comments; thousands of values in one would each go through it. */
    private static final int LONGEST_LINE = 5_000;

    private final Source source;
    private final Findings findings;

    private int lineNumber;
    private String line = "";

    ScalarReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** The value's text; a finding where an escape makes a character in it that no text needs. */
    Passage read(ScalarNode node, Location at) {
        return node.isPlain() ? plain(node, at) : passage(node, at);
    }

    /**
     * A text without quotes. A number sign behind a blank begins a comment there, and "booth #12" loses its number: said, and
     * read as it was meant.
     */
    private Passage plain(ScalarNode node, Location at) {
        Passage read = passage(node, at);
        Location end = new Location(
                source, node.getEndMark().getLine() + 1, node.getEndMark().getColumn() + 1);
        String line = line(end.line());
        if (line.length() > LONGEST_LINE) {
            return read;
        }
        Matcher comment = LOST_TEXT.matcher(line).region(offset(end), line.length());
        if (!comment.lookingAt()) {
            return read;
        }
        Location sign = new Location(source, end.line(), length(line.substring(0, comment.start(1))) + 1);
        YamlProblem.reportComment(comment.group(1).strip(), sign, findings);
        Location start = read.text().isEmpty() ? sign : read.start();
        String meant = (read.text() + line.substring(offset(end))).strip();
        return new Passage(meant, source, start.line(), start.column(), start.line() == end.line());
    }

    private Passage passage(ScalarNode node, Location at) {
        String text = clean(node.getValue(), at);
        if (node.getScalarStyle() == ScalarStyle.LITERAL) {
            return literal(node, text, at);
        }
        boolean asWritten = node.isPlain() ? isOneLine(node) : isOneLine(node) && width(node) == length(text) + 2;
        int quote = node.isPlain() || !asWritten ? 0 : 1;
        return new Passage(text, source, at.line(), at.column() + quote, asWritten);
    }

    /** A text without unwanted characters, which {@code "\e"} can make where none stands in the file. */
    String clean(String text, Location at) {
        OptionalInt unwanted = Unwanted.first(text);
        if (unwanted.isEmpty()) {
            return text;
        }
        String message = "an invisible character (" + Unwanted.name(unwanted.getAsInt()) + ") is written here";
        findings.add(Code.CONTROL_CHARACTER, at, message, "take the escape that begins with '\\' out");
        return Unwanted.replaced(text);
    }

    /** A line of the source; asking for the same one again costs nothing. */
    private String line(int number) {
        if (number != lineNumber) {
            lineNumber = number;
            line = source.line(number);
        }
        return line;
    }

    private static boolean isOneLine(ScalarNode node) {
        return node.getStartMark().getLine() == node.getEndMark().getLine();
    }

    /** In code points, with the quotes. Equal to that of the text and two only where there are no escapes. */
    private static int width(ScalarNode node) {
        return node.getEndMark().getColumn() - node.getStartMark().getColumn();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text of {@code key: |} begins in the line below, at the indent of its first line that is not blank. */
    private Passage literal(ScalarNode node, String text, Location at) {
        String header = line(at.line()).substring(offset(at));
        int line = at.line() + 1;
        while (source.line(line).isBlank() && line < node.getEndMark().getLine()) {
            line++;
        }
        String first = source.line(line);
        int indent = first.length() - first.stripLeading().length();
        boolean exact = !header.matches(".*[0-9].*");
        return new Passage(text, source, exact ? at.line() + 1 : at.line(), exact ? indent + 1 : 1, exact);
    }

    private int offset(Location at) {
        String line = line(at.line());
        return line.offsetByCodePoints(0, Math.min(at.column() - 1, length(line)));
    }
}
