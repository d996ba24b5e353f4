package newsletter.model;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The newsletter as such.
 *
 * @param language of its words and dates
 * @param timezone what a time without an offset means
 * @param url where issues are published, ending in {@code /}
 * @param address the postal address
 * @param pictures how its messages bring their pictures; hosted only where there is a {@code url}
 * @param accent the one colour of the theme
 * @param unsubscribe where readers unsubscribe: the address of the first list that gives one
 * @param types all entry types by name, the built-in ones among them
 * @param blueprint the sections of every issue
 */
public record Publication(
        String name,
        Optional<String> organisation,
        Locale language,
        ZoneId timezone,
        Optional<URI> url,
        Optional<Sender> sender,
        Optional<String> address,
        Optional<PictureRef> logo,
        List<Social> social,
        PictureDelivery pictures,
        Color accent,
        Optional<URI> unsubscribe,
        Map<String, EntryType> types,
        List<SectionPlan> blueprint) {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv");

    /** Copies the collections. */
    public Publication {
        social = List.copyOf(social);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        blueprint = List.copyOf(blueprint);
    }

    /** The direction in which the language is written, {@code ltr} or {@code rtl}. */
    public String dir() {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }

    /** Who sends it. */
    public record Sender(String name, String email, Optional<String> replyTo) {}

    /** A place on the web where readers find the organisation. */
    public record Social(String name, URI url) {}
}
