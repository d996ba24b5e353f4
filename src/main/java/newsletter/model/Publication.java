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
 * @param website the organisation's own place on the web
 * @param address the postal address
 * @param pictures how its messages bring their pictures; hosted only where there is a {@code url}
 * @param accent the one colour of the theme
 * @param lists where issues are sent, in the order of the file
 * @param utm what is added to web links; empty for nothing
 * @param links how they are checked
 * @param types all entry types by name, the built-in ones among them
 * @param blueprint the sections of every issue
 * @param written where its values stand
 */
public record Publication(
        String name,
        Optional<String> organisation,
        Locale language,
        ZoneId timezone,
        Optional<URI> url,
        Optional<URI> website,
        Optional<Sender> sender,
        Optional<String> address,
        Optional<PictureRef> logo,
        List<Social> social,
        PictureDelivery pictures,
        Color accent,
        List<MailingList> lists,
        Optional<Utm> utm,
        LinkPolicy links,
        Map<String, EntryType> types,
        List<SectionPlan> blueprint,
        Written written) {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv");

    /** Copies the collections. */
    public Publication {
        social = List.copyOf(social);
        lists = List.copyOf(lists);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        blueprint = List.copyOf(blueprint);
    }

    /** The direction in which the language is written, {@code ltr} or {@code rtl}. */
    public String dir() {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }

    /** The list that the real issues go to; empty where there is none, or more than one. */
    public Optional<MailingList> readers() {
        List<MailingList> real = lists.stream().filter(list -> !list.isTest()).toList();
        return real.size() == 1 ? Optional.of(real.get(0)) : Optional.empty();
    }

    /** Where readers unsubscribe: the page of the first list that gives one. */
    public Optional<URI> unsubscribe() {
        return lists.stream().flatMap(list -> list.unsubscribe().stream()).findFirst();
    }

    /** Who sends it. */
    public record Sender(String name, String email, Optional<String> replyTo) {}

    /** A place on the web where readers find the organisation. */
    public record Social(String name, URI url) {}
}
