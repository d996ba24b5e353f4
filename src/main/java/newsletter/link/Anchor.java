package newsletter.link;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newsletter.finding.Suggestion;
import newsletter.web.PercentCoding;

/**
 * A place within a page, as the fragment of an address names it.
 *
 * @param fragment without the hash sign
 */
record Anchor(String fragment) {
    /** For the browser alone: words to look for (URL Fragment Text Directives). */
    private static final String DIRECTIVE = ":~:";

    /** GitHub and its like put this before the names that authors give; a script makes up for it. */
    private static final String PREFIX = "user-content-";

    /** Not the name of a place but the state of a script: {@code #/route}, {@code #!page}, {@code #tab=2}, {@code #L10}. */
    private static final Pattern STATE = Pattern.compile("[/!].*|.*[=&].*|L[0-9]+(-L[0-9]+)?");

    /** Why the place is not known to be there, if so. */
    Optional<Outcome> problem(Set<String> anchors, boolean cut) {
        String name = withoutDirective();
        if (name.isEmpty() || name.equalsIgnoreCase("top") || isAmong(anchors)) {
            return Optional.empty();
        }
        if (STATE.matcher(name).matches()) {
            return Optional.of(Outcome.bad(Rule.ANCHOR_UNSEEN, "'#" + name + "' is for a script on the page"));
        }
        if (cut) {
            return Optional.of(
                    Outcome.bad(Rule.ANCHOR_UNSEEN, "'#" + name + "' is not in the part of the page that was read"));
        }
        return Optional.of(Outcome.bad(Rule.NO_ANCHOR, "the page has no place '#" + name + "'" + nearest(anchors)));
    }

    /** As written, or decoded: browsers try both, and the case counts (HTML, "find a potential indicated element"). */
    private boolean isAmong(Set<String> anchors) {
        String name = withoutDirective();
        String decoded = PercentCoding.decode(name);
        return anchors.contains(name) || anchors.contains(decoded) || anchors.contains(PREFIX + decoded);
    }

    private String withoutDirective() {
        int at = fragment.indexOf(DIRECTIVE);
        return at < 0 ? fragment : fragment.substring(0, at);
    }

    private String nearest(Set<String> anchors) {
        String name = PercentCoding.decode(withoutDirective());
        return anchors.stream()
                .filter(anchor -> anchor.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .min(String::compareTo)
                .or(() -> Suggestion.nearest(name, anchors))
                .map(near -> " (there is '#" + near + "')")
                .orElse("");
    }
}
