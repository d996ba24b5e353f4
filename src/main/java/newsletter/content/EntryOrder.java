package newsletter.content;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import newsletter.model.Entry;
import newsletter.model.EntryType.SortKey;
import newsletter.model.Field;
import newsletter.model.Value;

/** Orders entries by their fields. An entry without the field comes last; entries alike in all are ordered by their ids. */
final class EntryOrder {
    private EntryOrder() {}

    static Comparator<Entry> by(List<SortKey> keys) {
        Comparator<Entry> order = Comparator.comparing(Entry::id);
        for (int i = keys.size() - 1; i >= 0; i--) {
            order = by(keys.get(i)).thenComparing(order);
        }
        return order;
    }

    private static Comparator<Entry> by(SortKey key) {
        return (left, right) -> {
            Optional<Value> a = value(left, key.field());
            Optional<Value> b = value(right, key.field());
            if (a.isEmpty() || b.isEmpty()) {
                return Boolean.compare(a.isEmpty(), b.isEmpty());
            }
            return key.descending() ? compare(b.get(), a.get()) : compare(a.get(), b.get());
        };
    }

    private static Optional<Value> value(Entry entry, String field) {
        return Optional.ofNullable(entry.fields().get(field)).map(Field::value);
    }

    private static int compare(Value left, Value right) {
        if (left instanceof Value.Date a && right instanceof Value.Date b) {
            return instant(a).compareTo(instant(b));
        }
        if (left instanceof Value.Figure a && right instanceof Value.Figure b) {
            return a.compareTo(b);
        }
        return left instanceof Value.Text a && right instanceof Value.Text b
                ? a.text().compareToIgnoreCase(b.text())
                : 0;
    }

    private static Instant instant(Value.Date date) {
        return date.moment().start().toInstant();
    }
}
