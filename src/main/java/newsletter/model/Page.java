package newsletter.model;

/**
 * An issue as the templates made it, before it is fit for mail programs.
 *
 * @param issue the issue's id
 * @param html links to {@code style.css}; pictures are called by their path below the workspace; elements carry
 *     {@link Origin#MARK}
 * @param text the plain-text twin
 * @param accent the publication's colour
 * @param authorship who wrote what of it; the name of a picture is its path below the workspace or its address on the web
 */
public record Page(String issue, String html, String text, Color accent, Authorship authorship) {
    /** Whether it has blanks for what is known of a recipient. */
    public boolean isPersonal() {
        return Blank.isIn(html) || Blank.isIn(text);
    }

    /** The page for somebody of whom nothing is known. */
    public Page forAnyone() {
        return new Page(issue, Blank.fillForAnyone(html), Blank.fillForAnyone(text), accent, authorship);
    }
}
