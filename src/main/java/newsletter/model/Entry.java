package newsletter.model;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * One thing to tell.
 *
 * @param id its path under {@code content/} without the ending; in a list file followed by {@code #} and its own name
 * @param type what kind of thing it is
 * @param fields the fields that are filled, by name, in the order of the file
 * @param at where it begins
 */
public record Entry(String id, EntryType type, Map<String, Field> fields, Location at) {
    /** The field of its headline. */
    public static final String TITLE = "title";

    /** The field of its text. */
    public static final String TEXT = "text";

    /** The field of the day on which it may first be told. */
    public static final String DATE = "date";

    /** Copies the map. */
    public Entry {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Its title, else its id: how reports call it. */
    public String name() {
        return text(TITLE).orElse(id);
    }

    /** The day on which it may first be told. */
    public Optional<Moment> date() {
        return moment(DATE);
    }

    /** Where the full story is. */
    public Optional<URI> url() {
        return value("url", Value.Address.class).map(Value.Address::uri);
    }

    /** Its keywords. */
    public List<String> tags() {
        return value("tags", Value.Texts.class).map(Value.Texts::texts).orElse(List.of());
    }

    /** Whether it is in no issue yet. */
    public boolean isDraft() {
        return value("draft", Value.Flag.class).map(Value.Flag::set).orElse(false);
    }

    /** The value of a date field, if it is filled. */
    public Optional<Moment> moment(String field) {
        return value(field, Value.Date.class).map(Value.Date::moment);
    }

    /** The value of a text field, if it is filled. */
    public Optional<String> text(String field) {
        return value(field, Value.Text.class).map(Value.Text::text);
    }

    /** Where the value of a field stands, else where the entry begins. */
    public Location at(String field) {
        Field found = fields.get(field);
        return found == null ? at : found.at();
    }

    /** The last moment at which it is worth telling; empty where its date decides. */
    public Optional<Moment> expiry() {
        return type.expires().stream().flatMap(field -> moment(field).stream()).findFirst();
    }

    /** The day that a rule's window looks at: its start, else its expiry, else its date. */
    public Optional<LocalDate> day() {
        return moment(EntryType.START).or(this::expiry).or(this::date).map(Moment::day);
    }

    private <T extends Value> Optional<T> value(String field, Class<T> kind) {
        return Optional.ofNullable(fields.get(field))
                .map(Field::value)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
