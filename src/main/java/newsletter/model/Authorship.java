package newsletter.model;

import java.util.Map;
import java.util.Optional;
import newsletter.finding.Location;
import newsletter.finding.Source;

/**
 * Who wrote what of a page, so that whatever is wrong with it can be said where it can be mended.
 *
 * @param marks the origins by the numbers that the elements' {@link Origin#MARK} has
 * @param written where editors wrote the values on the page
 * @param page the template of the page
 * @param text the template of the plain text
 * @param styleSheet the theme's style sheet
 */
public record Authorship(Map<Integer, Origin> marks, Written written, Location page, Location text, Source styleSheet) {
    /** Copies the map. */
    public Authorship {
        marks = Map.copyOf(marks);
    }

    /** The same, with more values. */
    public Authorship with(Written more) {
        return new Authorship(marks, written.and(more), page, text, styleSheet);
    }

    /**
     * Where an element was written.
     *
     * @param mark what its {@link Origin#MARK} says; without a number the beginning of the page's template is meant
     */
    public Location at(String mark) {
        return mark.matches("\\d{1,9}")
                ? Optional.ofNullable(marks.get(Integer.parseInt(mark)))
                        .map(Origin::at)
                        .orElse(page)
                : page;
    }
}
