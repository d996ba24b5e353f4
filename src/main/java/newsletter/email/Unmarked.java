package newsletter.email;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.model.Authorship;
import newsletter.model.Origin;
import newsletter.model.Origins;

/**
 * A page without the marks that say who wrote its elements, and what they said.
 *
 * @param html the page as it is sent
 * @param origins by their places in it
 */
record Unmarked(String html, Origins origins) {
    /**
     * A mark behind a tag's name: quoted in elements, bare in comments, and with {@code <} escaped where a template prints HTML
     * into an attribute. A slash belongs to the mark when it stands in the quotes: {@code <br/>} was marked so.
     */
    private static final Pattern MARK =
            Pattern.compile("(<|&lt;)([A-Za-z][A-Za-z0-9:-]*) " + Origin.MARK + "=(?:\"(\\d{1,9})/?\"|(\\d{1,9}))");

    /** Takes the marks out; to be done last, since every change of the HTML moves what follows. */
    static Unmarked of(String marked, Authorship authorship) {
        StringBuilder html = new StringBuilder(marked.length());
        TreeMap<Integer, Origin> tags = new TreeMap<>();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            mark.appendReplacement(html, "");
            int number = Integer.parseInt(mark.group(3) == null ? mark.group(4) : mark.group(3));
            Origin origin = authorship.marks().get(number);
            if (origin != null) {
                tags.put(html.length(), origin);
            }
            html.append(mark.group(1)).append(mark.group(2));
        }
        mark.appendTail(html);
        return new Unmarked(html.toString(), new Origins(tags, authorship));
    }
}
