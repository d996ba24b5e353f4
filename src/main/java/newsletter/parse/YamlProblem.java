package newsletter.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Secrecy;
import newsletter.finding.Source;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A YAML mistake in an editor's words. SnakeYAML says what it was looking for; an editor needs to know what to change. */
final class YamlProblem {
    private static final Pattern KEY_AND_VALUE = Pattern.compile("\\s*(?:- )*([^\\s:#{\\[][^:]*): +(.*?)\\s*");
    private static final Pattern LONE_KEY = Pattern.compile("\\s+[\\p{L}\\p{N}_-]+");
    private static final String ONE_COLUMN =
            "keys of one group begin in one column; text with ':', '\"' or '#' in it stands in quotes";

    private final Source text;
    private final Findings findings;
    private final String problem;
    private final Location at;
    private final Location from;

    /** @param text what was read, under its source's name */
    YamlProblem(MarkedYAMLException e, Source text, Findings findings) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        this.text = text;
        this.findings = findings;
        this.problem = (e.getContext() + ": " + e.getProblem()).toLowerCase(Locale.ROOT);
        this.at = place(mark);
        this.from = e.getContextMark() == null ? at : place(e.getContextMark());
    }

    private Location place(@Nullable Mark mark) {
        return mark == null ? text.start() : new Location(text, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void say(Location place, String message, String hint) {
        findings.add(Code.YAML_SYNTAX, place, message, hint);
    }

    void report() {
        if (problem.contains("mapping values are not allowed")) {
            reportColon();
        } else if (problem.contains("\\t(tab)")) {
            boolean indent = before(at).isBlank();
            say(
                    at,
                    "a tab stands where a space belongs",
                    indent ? "indent with spaces" : "write one space in its place");
        } else if (problem.contains("alias")) {
            say(from, "text that begins with '*' is taken for an alias", "put the text in quotes");
        } else if (problem.contains("anchor")) {
            say(from, "text that begins with '&' is taken for an anchor", "put the text in quotes");
        } else if (problem.contains("tag")) {
            reportTag(at, findings);
        } else if (problem.contains("unknown escape character")) {
            String hint = "put the text in single quotes, or write two backslashes for one";
            say(left(at), "a backslash within double quotes begins an escape, and this is none", hint);
        } else if (problem.contains("unexpected end of stream")) {
            say(from, "the quote that begins here is never closed", "close it, or leave both quotes out");
        } else if (problem.contains("block scalar")) {
            String hint = "put the text in quotes, or begin it in the line below, indented";
            say(from, "text may not begin with '" + character(from) + "'", hint);
        } else {
            reportStructure();
        }
    }

    private void reportStructure() {
        if (problem.contains("cannot start any token")) {
            say(at, "text may not begin with '" + character(at) + "'", "put the text in quotes");
        } else if (problem.contains("could not find expected ':'")) {
            String hint = "write a colon and a space after the key; indent a line that goes on with the text above it";
            say(from, "this line is neither 'key: value' nor part of one", hint);
        } else if (problem.contains("but found another document")) {
            String hint = "one file holds one document: several entries are a list, each begun with '- '";
            say(at, "a second '---' begins another document", hint);
        } else if (problem.contains("<document start>")) {
            say(at, "this line is indented less than the lines above it", ONE_COLUMN);
        } else if (problem.contains("block end")) {
            reportLeftOver();
        } else if (problem.contains("',' or")) {
            reportBracket();
        } else {
            say(
                    at,
                    "the YAML cannot be read here",
                    "look at quotes, colons and indents of this line and the one above");
        }
    }

    /** A colon where none may be: in a text, or after a key that is indented under a text. */
    private void reportColon() {
        String line = text.line(at.line());
        if (LONE_KEY.matcher(before(at)).matches()) {
            int indent = line.length() - line.stripLeading().length();
            String message = "this line is indented, as if it went on with the text above it";
            say(new Location(text, at.line(), indent + 1), message, ONE_COLUMN);
            return;
        }
        Matcher parts = KEY_AND_VALUE.matcher(line);
        boolean quotable = parts.matches() && !parts.group(2).contains("\"") && !Secrecy.covers(line);
        String hint = quotable
                ? "put the text in quotes: " + parts.group(1) + ": \"" + withoutQuotes(parts.group(2)) + "\""
                : "put the text in quotes: title: \"Vienna: three days\"";
        say(at, "a second ':' in a line that has a key already", hint);
    }

    /** Printers' quotation marks are none to YAML. */
    private static String withoutQuotes(String value) {
        return value.replaceAll("^[“”„«»‘’]|[“”„«»‘’]$", "");
    }

    static void reportComment(String lost, Location at, Findings findings) {
        String message = "'" + lost + "' is taken for a comment, as all is that follows a blank and '#'";
        findings.add(Code.YAML_COMMENT, at, message, "put the whole text in quotes");
    }

    static void reportTag(Location at, Findings findings) {
        String hint = "put the text in quotes, or take the tag out: values are read as they are written";
        findings.add(Code.YAML_TAG, at, "text that begins with '!' is taken for a tag", hint);
    }

    /** Something behind a value that has come to its end, or a line that belongs to nothing. */
    private void reportLeftOver() {
        String before = before(at).strip();
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        switch (last) {
            case '\'' ->
                say(
                        at,
                        "the text in quotes has ended, and this follows it",
                        "write '' for an apostrophe within single quotes, or put the text in double ones");
            case '"' ->
                say(
                        at,
                        "the text in quotes has ended, and this follows it",
                        "put the whole text in single quotes, with the double ones inside");
            case ']', '}' -> reportOpening(last == ']' ? '[' : '{');
            default -> say(at, "this line does not fit the lines above it", ONE_COLUMN);
        }
    }

    private void reportOpening(char bracket) {
        int found = text.line(at.line()).indexOf(bracket);
        Location opening = found < 0 ? at : place(at.line(), found);
        String message =
                "text that begins with '" + bracket + "' is taken for a " + (bracket == '[' ? "list" : "group");
        say(opening, message, "put the text in quotes");
    }

    private void reportBracket() {
        String close = problem.contains("']'") ? "]" : "}";
        Matcher comment = ScalarReader.LOST_TEXT.matcher(text.line(from.line()));
        if (comment.find()) {
            reportComment(comment.group(1).strip(), place(from.line(), comment.start(1)), findings);
        } else if (at.line() == from.line()
                && text.line(at.line()).indexOf(close, before(at).length()) >= 0) {
            String hint = "put a comma between two values, and text with commas or brackets in quotes";
            say(at, "a comma is missing before this", hint);
        } else {
            say(from, "the bracket that is opened here is never closed", "close it with '" + close + "'");
        }
    }

    /** @param index 0-based, in UTF-16 units */
    private Location place(int line, int index) {
        return new Location(text, line, text.line(line).codePointCount(0, index) + 1);
    }

    private static Location left(Location place) {
        return new Location(place.source(), place.line(), Math.max(1, place.column() - 1));
    }

    private String before(Location place) {
        String line = text.line(place.line());
        int length = line.codePointCount(0, line.length());
        return line.substring(0, line.offsetByCodePoints(0, Math.min(place.column() - 1, length)));
    }

    private String character(Location place) {
        String rest = text.line(place.line()).substring(before(place).length());
        return rest.isEmpty() ? "" : Character.toString(rest.codePointAt(0));
    }
}
