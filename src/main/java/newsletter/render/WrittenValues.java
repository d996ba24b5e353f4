package newsletter.render;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import newsletter.finding.Location;
import newsletter.model.Entry;
import newsletter.model.Field;
import newsletter.model.Issue;
import newsletter.model.Placement;
import newsletter.model.Value;
import newsletter.model.Written;

/** Where editors wrote what the templates print of an issue's entries. */
final class WrittenValues {
    private final Map<String, Location> places = new HashMap<>();

    WrittenValues(Issue issue) {
        issue.pictures().forEach((picture, file) -> add(file, picture.at()));
        issue.sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Placement::entry)
                .map(Entry::fields)
                .flatMap(fields -> fields.values().stream())
                .forEach(this::add);
    }

    Written all() {
        return Written.once(places);
    }

    private void add(Field field) {
        printed(field.value()).forEach(text -> add(text, field.at()));
    }

    /** Rich text is not among it: what stands in it is marked where it is printed. */
    private static Stream<String> printed(Value value) {
        if (value instanceof Value.Text text) {
            return Stream.of(text.text());
        }
        if (value instanceof Value.Address address) {
            return Stream.of(address.uri().toString());
        }
        if (value instanceof Value.Image image) {
            // One that lies in the workspace is printed by its path, which is known already.
            return image.picture().isRemote() ? Stream.of(image.picture().target()) : Stream.empty();
        }
        return value instanceof Value.Texts texts ? texts.texts().stream() : Stream.empty();
    }

    /** The first place, where several have the value: the same at every run. */
    private void add(String text, Location at) {
        places.merge(text, at, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
}
