package newsletter.parse;

import newsletter.finding.Location;
import newsletter.finding.Source;

/**
 * A stretch of text taken out of a source, which still knows where its characters stood.
 *
 * @param text the stretch
 * @param source where it was taken from
 * @param line the 1-based line of its first character
 * @param column the 1-based column at which each of its lines begins
 * @param exact whether its lines follow one another in the source; where not (folded or escaped YAML), every character is
 *     said to stand at the beginning
 */
public record Passage(String text, Source source, int line, int column, boolean exact) {

    /** The end of a source from a line on, whole lines. */
    public static Passage rest(Source source, String text, int line) {
        return new Passage(text, source, line, 1, true);
    }

    /** Where it begins. */
    public Location start() {
        return new Location(source, line, column);
    }

    /** Where the character at a 0-based index into {@link #text()} stood. */
    public Location at(int offset) {
        if (!exact) {
            return start();
        }
        int inside = Math.max(0, Math.min(offset, text.length()));
        int lineStart = text.lastIndexOf('\n', inside - 1) + 1;
        int lines = (int)
                text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return new Location(source, line + lines, column + text.codePointCount(lineStart, inside));
    }
}
