package newsletter.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.finding.Location;
import newsletter.model.Field;
import newsletter.model.Issue;
import newsletter.model.Publication;
import newsletter.model.Value;
import newsletter.model.Written;

/**
 * The addresses that editors gave as values of fields and settings.
 *
 * @param places of each address in its one spelling
 * @param videos the addresses of films
 */
record EditorsValues(Map<String, Set<Location>> places, Set<String> videos) {
    private static final Pattern WEB = Pattern.compile("(https?|mailto):.*", Pattern.CASE_INSENSITIVE);
    private static final String VIDEO = "video";

    /** @param written the values on the page, each at one of its places: there is more of them in the entries and the settings */
    static EditorsValues of(Publication publication, Issue issue, Written written) {
        Map<String, Set<Location>> places = new HashMap<>();
        Set<String> videos = new HashSet<>();
        issue.sections().stream()
                .flatMap(section -> section.entries().stream())
                .flatMap(placement -> placement.entry().fields().entrySet().stream())
                .forEach(field -> add(field.getKey(), field.getValue(), places, videos));
        Stream.of(written, issue.written(), publication.written())
                .flatMap(values -> values.places().entrySet().stream())
                .filter(value -> WEB.matcher(value.getKey()).matches())
                .forEach(value -> value.getValue().forEach(at -> add(Waivers.spelling(value.getKey()), at, places)));
        return new EditorsValues(places, videos);
    }

    private static void add(String name, Field field, Map<String, Set<Location>> places, Set<String> videos) {
        if (field.value() instanceof Value.Address address) {
            String spelling = Waivers.spelling(address.uri().toString());
            add(spelling, field.at(), places);
            if (name.equals(VIDEO)) {
                videos.add(spelling);
            }
        }
    }

    private static void add(String spelling, Location at, Map<String, Set<Location>> places) {
        places.computeIfAbsent(spelling, unknown -> new TreeSet<>()).add(at);
    }

    /** Where an address was given that may have one of several spellings, the first of them that was given at all. */
    List<Location> places(Set<String> spellings) {
        return spellings.stream()
                .filter(places::containsKey)
                .findFirst()
                .map(spelling -> List.copyOf(places.get(spelling)))
                .orElse(List.of());
    }

    boolean isVideo(String spelling) {
        return videos.contains(spelling);
    }
}
