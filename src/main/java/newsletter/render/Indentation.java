package newsletter.render;

/**
 * The blanks with which templates are laid out for reading. A browser takes any run of them as one; in a message, of which Gmail
 * shows 102 KB, they are several of these.
 */
final class Indentation {
    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final String PREFORMATTED = "<pre";
    private static final String END_OF_PREFORMATTED = "</pre";

    private Indentation() {}

    /** The page with every run of line breaks and blanks as one line break; preformatted text as it is. */
    static String removeFrom(String html) {
        StringBuilder without = new StringBuilder(html.length());
        int from = 0;
        while (from < html.length()) {
            int preformatted = indexOfTag(html, PREFORMATTED, from);
            int next = preformatted < 0 ? html.length() : preformatted;
            collapse(html.substring(from, next), without);
            int end = preformatted < 0 ? -1 : indexOfTag(html, END_OF_PREFORMATTED, next);
            from = end < 0 ? html.length() : end + END_OF_PREFORMATTED.length();
            without.append(html, next, from);
        }
        return without.toString();
    }

    /** Where a tag stands next, in either case; negative for nowhere. */
    private static int indexOfTag(String html, String tag, int from) {
        int at = html.indexOf('<', from);
        while (at >= 0 && !isTag(html, tag, at)) {
            at = html.indexOf('<', at + 1);
        }
        return at;
    }

    private static boolean isTag(String html, String tag, int at) {
        int end = at + tag.length();
        return html.regionMatches(true, at, tag, 0, tag.length())
                && (end == html.length() || !Character.isLetterOrDigit(html.charAt(end)));
    }

    private static void collapse(String html, StringBuilder without) {
        int from = 0;
        for (int end = html.indexOf('\n'); end >= 0; end = html.indexOf('\n', from)) {
            without.append(html, from, end + 1);
            from = end + 1;
            while (from < html.length() && BLANKS.indexOf(html.charAt(from)) >= 0) {
                from++;
            }
        }
        without.append(html, from, html.length());
    }
}
