package newsletter.parse;

import java.util.Locale;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A YAML mistake in an editor's words. SnakeYAML says what it was looking for; an editor needs to know what to change. */
record YamlProblem(int line, int column, String message, String hint) {

    static YamlProblem of(MarkedYAMLException e, String text) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        String problem = e.getProblem() == null ? "" : e.getProblem().toLowerCase(Locale.ROOT);
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return explain(problem, contextLine(e), line, column, new Source("", text));
    }

    void report(Source source, Findings findings) {
        findings.add(Code.YAML_SYNTAX, new Location(source, line, column), message, hint);
    }

    private static int contextLine(MarkedYAMLException e) {
        return e.getContextMark() == null ? 1 : e.getContextMark().getLine() + 1;
    }

    private static YamlProblem explain(String problem, int from, int line, int column, Source text) {
        if (problem.contains("mapping values are not allowed")) {
            String hint =
                    "text with ': ' in it stands in quotes: title: \"Vienna: three days\"; keys of one group begin in one column";
            return new YamlProblem(line, column, "a second ':' on a line that already has a key", hint);
        }
        if (problem.contains("'\\t'") || problem.contains("tab")) {
            return new YamlProblem(line, column, "a tab stands where spaces belong", "indent with spaces");
        }
        if (problem.contains("undefined alias")) {
            String message = "text that begins with '*' is taken for an alias";
            return new YamlProblem(line, column, message, "put the text in quotes");
        }
        if (problem.contains("found unexpected end of stream")) {
            String message = "a quote that is opened in line " + from + " is never closed";
            return new YamlProblem(from, 1, message, "close it, or leave both quotes out");
        }
        if (problem.contains("cannot start any token")) {
            String message = "text may not begin with '" + character(text, line, column) + "'";
            return new YamlProblem(line, column, message, "put the text in quotes");
        }
        if (problem.contains("could not find expected ':'")) {
            String message = "a line is neither 'key: value' nor part of one";
            return new YamlProblem(Math.max(1, from), 1, message, "write a colon and a space after the key");
        }
        if (problem.contains("but found another document")) {
            String message = "a second '---' begins another document";
            return new YamlProblem(
                    line,
                    column,
                    message,
                    "one file holds one document: several entries are a list, each begun with '- '");
        }
        if (problem.contains("<block end>") || problem.contains("block end")) {
            String message = "this line does not fit the lines above it";
            return new YamlProblem(
                    line,
                    column,
                    message,
                    "keys of one group begin in one column; text with ':', '\"' or '#' in it stands in quotes");
        }
        if (problem.contains("',' or")) {
            return new YamlProblem(
                    line,
                    column,
                    "a list or group in brackets is not closed",
                    "close the bracket opened in line " + from);
        }
        return new YamlProblem(
                line,
                column,
                "the YAML cannot be read here",
                "check quotes, colons and indents of this line and the one above");
    }

    private static String character(Source text, int line, int column) {
        String written = text.line(line);
        int length = written.codePointCount(0, written.length());
        int at = written.offsetByCodePoints(0, Math.min(column - 1, length));
        return at < written.length() ? Character.toString(written.codePointAt(at)) : "";
    }
}
