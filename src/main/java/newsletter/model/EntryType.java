package newsletter.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * What kind of thing an entry is. Data, not code: the built-in types stand in {@code types.yaml}, and a publication adds its own.
 *
 * @param name as rules and templates call it, {@code event}
 * @param folder under {@code content/}, {@code events}
 * @param layout the layout where a section gives none
 * @param layoutAt where that was written
 * @param fields all fields by name, those that every type has among them
 * @param expires fields that say when an entry is over; the first that is filled decides. None filled: current by its date
 * @param opens the field before whose date an entry is not shown
 * @param sort what entries are ordered by, first things first
 */
public record EntryType(
        String name,
        String folder,
        String layout,
        Location layoutAt,
        Map<String, FieldSpec> fields,
        List<String> expires,
        Optional<String> opens,
        List<SortKey> sort) {
    /** The field that says until when a reader can apply. */
    public static final String DEADLINE = "deadline";

    /** The field of a type that takes place somewhere in time. */
    public static final String START = "start";

    /** The field of the last day of what has a {@link #START}. */
    public static final String END = "end";

    /** Copies the collections. */
    public EntryType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        expires = List.copyOf(expires);
        sort = List.copyOf(sort);
    }

    /** The field by which a reader has to act, where the type has one: a deadline, else what it expires by. */
    public Optional<String> closing() {
        if (fields.containsKey(DEADLINE)) {
            return Optional.of(DEADLINE);
        }
        return fields.containsKey(START) ? Optional.empty() : expires.stream().findFirst();
    }

    /**
     * What a field of a type may hold.
     *
     * @param required whether an entry without it is wrong
     */
    public record FieldSpec(FieldKind kind, boolean required) {}

    /**
     * One thing to order by.
     *
     * @param descending the largest or latest first
     */
    public record SortKey(String field, boolean descending) {}
}
