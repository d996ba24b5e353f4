package newsletter.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import newsletter.finding.Location;
import newsletter.model.Entry;
import newsletter.model.Issue;
import newsletter.model.Placement;
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

    /** @param written the values of the settings and of the issue's file, which are all there is besides its entries */
    static EditorsValues of(Issue issue, Written written) {
        Map<String, Set<Location>> places = new HashMap<>();
        Set<String> videos = new TreeSet<>();
        List<Entry> entries = issue.sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Placement::entry)
                .toList();
        for (Entry entry : entries) {
            entry.fields().forEach((name, field) -> {
                if (field.value() instanceof Value.Address address) {
                    String spelling = Waivers.spelling(address.uri().toString());
                    places.computeIfAbsent(spelling, key -> new TreeSet<>()).add(field.at());
                    if (name.equals(VIDEO)) {
                        videos.add(spelling);
                    }
                }
            });
        }
        written.places().forEach((value, at) -> {
            if (WEB.matcher(value).matches()) {
                places.computeIfAbsent(Waivers.spelling(value), key -> new TreeSet<>())
                        .add(at);
            }
        });
        return new EditorsValues(places, videos);
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
