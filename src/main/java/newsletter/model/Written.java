package newsletter.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * Where editors wrote the values that templates print: titles, addresses, alt texts, names of pictures.
 *
 * @param places by the value as it is printed
 */
public record Written(Map<String, Location> places) {
    /** No value of an editor. */
    public static final Written NOTHING = new Written(Map.of());

    /** Copies the map. */
    public Written {
        places = Map.copyOf(places);
    }

    /** Where a value was written; empty where no editor wrote it. A web address is the same with and without a slash at its end. */
    public Optional<Location> at(String value) {
        return Optional.ofNullable(places.get(value))
                .or(() -> value.endsWith("/")
                        ? Optional.ofNullable(places.get(value.substring(0, value.length() - 1)))
                        : Optional.empty());
    }

    /** These and others; where both have a value, it was written here. */
    public Written and(Written others) {
        Map<String, Location> all = new HashMap<>(others.places);
        all.putAll(places);
        return new Written(all);
    }
}
