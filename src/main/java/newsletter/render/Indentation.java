package newsletter.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blanks with which templates are laid out for reading. A browser takes any run of them as one; in a message, of which Gmail
 * shows 102 KB, they are several of these.
 */
final class Indentation {
    private static final Pattern PREFORMATTED_OR_BLANK =
            Pattern.compile("(<pre\\b.*?</pre>)|\\n\\s+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Indentation() {}

    /** The page with every run of line breaks and blanks as one line break; preformatted text as it is. */
    static String removeFrom(String html) {
        return PREFORMATTED_OR_BLANK
                .matcher(html)
                .replaceAll(found -> found.group(1) == null ? "\n" : Matcher.quoteReplacement(found.group(1)));
    }
}
