package newsletter.email.style;

import newsletter.finding.Source;

/**
 * Styles to be read.
 *
 * @param source where they were written
 * @param text the source's, with blanks for all that is no style, so that each place in it is one of the source
 */
record StyleText(Source source, String text) {
    /** A source that is nothing but styles. */
    static StyleText whole(Source source) {
        return new StyleText(source, source.text());
    }

    /** A part of a source, from one 0-based index up to another. */
    static StyleText part(Source source, int from, int to) {
        String text = source.text();
        return new StyleText(
                source, blank(text.substring(0, from)) + text.substring(from, to) + blank(text.substring(to)));
    }

    /** As long in UTF-16 units, in as many lines. */
    private static String blank(String text) {
        StringBuilder blanks = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '\n') {
                blanks.setCharAt(at, ' ');
            }
        }
        return blanks.toString();
    }

    /** Whether its text alone tells all places in it: a part's are counted in what stands around it too. */
    boolean isWhole() {
        return text.equals(source.text());
    }

    /** The same for one medium, as in {@code <style media="print">}; for every one where it is blank. */
    StyleText within(String media) {
        return media.isBlank() ? this : whole(new Source(source.path(), "@media " + media.strip() + "{" + text + "}"));
    }
}
