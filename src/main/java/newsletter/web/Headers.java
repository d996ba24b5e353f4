package newsletter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields of an answer. Names count in any case; the values are as they came. */
public final class Headers {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** Made by whoever reads an answer. */
    Headers() {}

    void add(String name, String value) {
        fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value.strip());
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT))).map(values -> values.get(0));
    }

    /** Whether one of a field's values, divided by commas, is this word in any case. */
    boolean says(String name, String word) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.strip().equalsIgnoreCase(word));
    }
}
