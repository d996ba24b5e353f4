package newsletter.parse;

import newsletter.cache.Packer;
import newsletter.cache.Unpacker;
import newsletter.finding.Location;
import newsletter.finding.Source;

/** A stretch of text taken out of a source, which still knows where its characters stood. Immutable. */
public final class Passage {
    private final Source stretch;
    private final Source source;
    private final int line;
    private final int column;
    private final boolean exact;

    /**
     * @param text the stretch
     * @param source where it was taken from
     * @param line the 1-based line of its first character
     * @param column the 1-based column at which each of its lines begins
     * @param exact whether its lines follow one another in the source; where not (folded or escaped YAML), every character is
     *     said to stand at the beginning
     */
    Passage(String text, Source source, int line, int column, boolean exact) {
        this.stretch = new Source(source.path(), text);
        this.source = source;
        this.line = line;
        this.column = column;
        this.exact = exact;
    }

    /** The end of a source from a line on, whole lines. */
    public static Passage rest(Source source, String text, int line) {
        return new Passage(text, source, line, 1, true);
    }

    /** A text that stands for what is written at a place. */
    public static Passage instead(String text, Location at) {
        return new Passage(text, at.source(), at.line(), at.column(), false);
    }

    /** A passage of a source that {@link #pack} wrote. */
    static Passage unpack(Unpacker from, Source source) {
        boolean exact = from.flag();
        int line = from.number();
        int column = from.number();
        return new Passage(from.text(), source, line, column, exact);
    }

    void pack(Packer to) {
        to.flag(exact);
        to.number(line);
        to.number(column);
        to.text(text());
    }

    /** Whether its lines follow one another in the source. */
    boolean isExact() {
        return exact;
    }

    /** The stretch. */
    public String text() {
        return stretch.text();
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
        Location inside = stretch.at(offset);
        return new Location(source, line + inside.line() - 1, column + inside.column() - 1);
    }
}
