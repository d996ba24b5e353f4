package newsletter.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What every reader of an issue gets.
 *
 * @param language of the subject and both texts
 * @param html the page
 * @param text its plain twin
 * @param pictures those that the page shows as {@code cid:}
 */
public record Letter(String subject, Locale language, String html, String text, List<InlinePart> pictures) {
    private static final Pattern CALLED = Pattern.compile("<img\\s[^>]*?src=\"cid:([^\"]+)\"");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when the page shows a picture that does not travel along, or one travels that it does not show
     */
    public Letter {
        pictures = List.copyOf(pictures);
        Set<String> called = CALLED.matcher(html)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = pictures.stream().map(InlinePart::contentId).collect(Collectors.toCollection(TreeSet::new));
        if (!called.equals(there) || there.size() != pictures.size()) {
            throw new IllegalArgumentException("the page shows the pictures " + called + ", the message has " + there);
        }
    }
}
