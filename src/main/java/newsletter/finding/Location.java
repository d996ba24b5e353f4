package newsletter.finding;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line 1-based
 * @param column 1-based, in Unicode code points
 */
public record Location(Source source, int line, int column) implements Comparable<Location> {
    /** @throws IllegalArgumentException when a number is below 1 */
    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
        }
    }

    // Written out, since this is a key: what Java puts together for a record takes it long at the first time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Location at && at.line == line && at.column == column && at.source.equals(source);
    }

    @Override
    public int hashCode() {
        return (source.hashCode() * 31 + line) * 31 + column;
    }

    /** By path, then line, then column. */
    @Override
    public int compareTo(Location other) {
        int bySource = source.path().compareTo(other.source.path());
        int byLine = bySource == 0 ? Integer.compare(line, other.line) : bySource;
        return byLine == 0 ? Integer.compare(column, other.column) : byLine;
    }

    /** {@code path:line:column}, as compilers print it and terminals make it a link. */
    @Override
    public String toString() {
        return source.path() + ":" + line + ":" + column;
    }
}
