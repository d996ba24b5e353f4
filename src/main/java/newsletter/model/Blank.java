package newsletter.model;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in a text for what is known of a recipient: <code>${recipient.first_name!"reader"}</code>. It stands in the finished page
 * as it was written, or with the quotation marks of the language; each recipient's message is filled from the same page.
 *
 * @param name of the value
 * @param fallback for those of whom it is not known, in the language of the text around it: HTML in a page
 */
public record Blank(String name, String fallback) {
    private static final String SPACE = "[\\s\\u00A0\\u202F]*";
    private static final String QUOTE = "(?:[\"'“”„«»‘’‚‹›]|&quot;|&#34;|&#39;)";

    /** The fallback is bounded, so that no text makes the search slow. */
    private static final Pattern WRITTEN = Pattern.compile("\\$\\{recipient\\.([A-Za-z_][A-Za-z0-9_-]{0,60})" + SPACE
            + "(?:!" + SPACE + "(?:" + QUOTE + SPACE + "([^{}<>]{0,200}?)" + SPACE + QUOTE + SPACE + ")?)?}");

    /** Whether a text has any. */
    public static boolean isIn(String text) {
        return WRITTEN.matcher(text).find();
    }

    /** Where they stand in a text, in order. */
    public static Stream<MatchResult> places(String text) {
        return WRITTEN.matcher(text).results();
    }

    /** The one that was found at a place. */
    public static Blank at(MatchResult place) {
        String fallback = place.group(2);
        return new Blank(place.group(1), fallback == null ? "" : fallback.replaceAll("\\s+", " "));
    }

    /** A text with something in the place of each. */
    public static String fill(String text, Function<Blank, String> value) {
        return WRITTEN.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value.apply(at(place))));
    }

    /** A text for somebody of whom nothing is known. */
    public static String fillForAnyone(String text) {
        return fill(text, Blank::fallback);
    }
}
