package newsletter.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule that fills a section with entries.
 *
 * @param types the entry types to take, at least one
 * @param tags the tags that an entry must have, all of them
 * @param since no entry whose day is before it; an entry's day is its start, its deadline or its date, whichever its type expires or is told by
 * @param until no entry whose day is after it
 * @param limit how many at most, 1 or more
 * @param sort the order; empty for the type's own
 */
public record Selection(
        List<EntryType> types,
        List<String> tags,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Optional<Integer> limit,
        List<EntryType.SortKey> sort) {
    /** Copies the lists. */
    public Selection {
        types = List.copyOf(types);
        tags = List.copyOf(tags);
        sort = List.copyOf(sort);
    }
}
