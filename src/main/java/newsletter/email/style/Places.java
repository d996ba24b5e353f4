package newsletter.email.style;

import com.helger.css.CSSSourceLocation;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.jspecify.annotations.Nullable;

/** Places as the parser counts them, in UTF-16 units with a tab as one, and as findings do. */
final class Places {
    /** The parser's width of a tab. */
    static final int TAB = 1;

    private Places() {}

    /** Where something begins. */
    static Location of(Source source, @Nullable CSSSourceLocation location) {
        return location == null
                ? source.start()
                : at(source, location.getFirstTokenBeginLineNumber(), location.getFirstTokenBeginColumnNumber());
    }

    /** Line and column from 1; what lies outside is brought to the nearest place. */
    static Location at(Source source, int line, int column) {
        String text = source.line(line);
        int units = Math.max(0, Math.min(column - 1, text.length()));
        return new Location(source, Math.max(1, line), text.codePointCount(0, units) + 1);
    }

    /** The 0-based index of a place in its source's text. */
    static int offset(Location at) {
        String text = at.source().text();
        int start = 0;
        for (int line = 1; line < at.line(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        String line = at.source().line(at.line());
        int points = Math.min(at.column() - 1, line.codePointCount(0, line.length()));
        return start + line.offsetByCodePoints(0, points);
    }
}
