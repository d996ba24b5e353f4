package newsletter.model;

import newsletter.finding.Location;

/**
 * Who wrote an element of the page.
 *
 * @param at where its tag or its Markdown stands
 * @param byEditor whether an editor wrote it, and not the theme
 */
public record Origin(Location at, boolean byEditor) {
    /**
     * The attribute that carries an origin's number from the templates to the end of the way, where it goes. Nobody else
     * writes this word.
     */
    public static final String MARK = "data-newsletter-origin";
}
