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
    private static final String ATTRIBUTE = " " + Origin.MARK + "=";

    /**
     * A mark behind a tag's name: quoted in elements, bare in comments, and with {@code <} escaped where a template prints HTML
     * into an attribute. A slash belongs to the mark when it stands in the quotes: {@code <br/>} was marked so.
     */
    private static final Pattern MARK =
            Pattern.compile("(<|&lt;)([A-Za-z][A-Za-z0-9:-]*)" + ATTRIBUTE + "(?:\"(\\d{1,9})/?\"|(\\d{1,9}))");

    /** Takes the marks out; to be done last, since every change of the HTML moves what follows. */
    static Unmarked of(String marked, Authorship authorship) {
        StringBuilder html = new StringBuilder(marked.length());
        TreeMap<Integer, Origin> tags = new TreeMap<>();
        Matcher mark = MARK.matcher(marked);
        int done = 0;
        for (int at = marked.indexOf(ATTRIBUTE); at >= 0; at = marked.indexOf(ATTRIBUTE, at + 1)) {
            int tag = tag(marked, at);
            if (tag < done || !mark.region(tag, marked.length()).lookingAt()) {
                continue;
            }
            html.append(marked, done, tag);
            int number = Integer.parseInt(mark.group(3) == null ? mark.group(4) : mark.group(3));
            Origin origin = authorship.marks().get(number);
            if (origin != null) {
                tags.put(html.length(), origin);
            }
            html.append(mark.group(1)).append(mark.group(2));
            done = mark.end();
        }
        html.append(marked, done, marked.length());
        return new Unmarked(html.toString(), new Origins(tags, authorship));
    }

    /** Where the tag would begin whose name ends there. */
    private static int tag(String marked, int end) {
        int name = end;
        while (name > 0 && isOfName(marked.charAt(name - 1))) {
            name--;
        }
        return marked.startsWith("&lt;", name - 4) ? name - 4 : name - 1;
    }

    private static boolean isOfName(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == ':'
                || character == '-';
    }
}
