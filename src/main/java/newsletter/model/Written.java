package newsletter.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * Where editors wrote the values that templates print: titles, addresses, alt texts, names of pictures.
 *
 * @param places by the value as it is printed; at least one for each
 */
public record Written(Map<String, List<Location>> places) {
    /** No value of an editor. */
    public static final Written NOTHING = new Written(Map.of());

    /** Copies the map. */
    public Written {
        places = Map.copyOf(places);
    }

    /** Values that were written once. */
    public static Written once(Map<String, Location> places) {
        Map<String, List<Location>> all = new HashMap<>();
        places.forEach((value, place) -> all.put(value, List.of(place)));
        return new Written(all);
    }

    /** Where a value was written first; empty where no editor wrote it. A web address is the same with and without a slash at its end. */
    public Optional<Location> at(String value) {
        return first(value)
                .or(() -> value.endsWith("/") ? first(value.substring(0, value.length() - 1)) : Optional.empty());
    }

    private Optional<Location> first(String value) {
        return Optional.ofNullable(places.get(value)).map(all -> all.get(0));
    }

    /** These and others; where both have a value, it was written here. */
    public Written and(Written others) {
        Map<String, List<Location>> all = new HashMap<>(others.places);
        all.putAll(places);
        return new Written(all);
    }
}
