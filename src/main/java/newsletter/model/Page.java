package newsletter.model;

import java.util.Map;
import newsletter.finding.Location;

/**
 * An issue as the templates made it, before it is fit for mail programs.
 *
 * @param issue the issue's id
 * @param html links to {@code style.css}; pictures are called by their path below the workspace
 * @param text the plain-text twin
 * @param styleSheet the theme's style sheet
 * @param accent the publication's colour
 * @param pictures where an editor named each picture, by its path below the workspace or its address on the web
 */
public record Page(
        String issue, String html, String text, String styleSheet, Color accent, Map<String, Location> pictures) {
    /** Copies the map. */
    public Page {
        pictures = Map.copyOf(pictures);
    }
}
