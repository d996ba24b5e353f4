package newsletter.finding;

import java.util.Arrays;

/**
 * A text that somebody wrote, with the name by which reports call it. Lines are divided by LF alone: who reads a file turns
 * CRLF into LF first. Positions are 1-based; a column counts Unicode code points.
 *
 * <p>Immutable. Two sources are equal when their paths are.
 */
public final class Source {
    private final String path;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param path as shown, relative to the workspace, with {@code /} between folders
     * @param text the whole text, lines divided by LF; empty for a file that could not be read
     */
    public Source(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** The name by which reports call this text. */
    public String path() {
        return path;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The beginning of this text, line 1 and column 1. */
    public Location start() {
        return new Location(this, 1, 1);
    }

    /** The place of a character, {@code offset} being a 0-based index into {@link #text()} in UTF-16 units. */
    public Location at(int offset) {
        int inside = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lineStarts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Location(this, line + 1, text.codePointCount(lineStarts[line], inside) + 1);
    }

    /** The 0-based index of a place of this text, in UTF-16 units; the nearest where there is no such place. */
    public int offset(Location at) {
        int start = lineStarts[Math.min(at.line(), lineStarts.length) - 1];
        String line = line(at.line());
        return start + line.offsetByCodePoints(0, Math.min(at.column() - 1, line.codePointCount(0, line.length())));
    }

    /** The text of a 1-based line without its line break; empty past the end. */
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int start = lineStarts[number - 1];
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source source && source.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
