package newsletter.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import newsletter.email.PageElements;
import newsletter.finding.Location;
import newsletter.model.Entry;
import newsletter.model.Placement;

/** Where on a page the places of files are, and the other way round. */
final class Places {
    private final List<EntryPlace> entries;
    private final PageElements elements;

    /**
     * An entry on the page.
     *
     * @param element the number of its element
     * @param at where it begins
     */
    record EntryPlace(int element, Location at) {}

    Places(Sheet sheet) {
        this.elements = new PageElements(sheet.email());
        List<Location> starts = sheet.issue().sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Placement::entry)
                .map(Entry::at)
                .toList();
        List<EntryPlace> found = new ArrayList<>();
        for (Location start : starts) {
            elements.around(at -> start(at, starts).equals(Optional.of(start)))
                    .ifPresent(element -> found.add(new EntryPlace(element, start)));
        }
        this.entries = List.copyOf(found);
    }

    /** Where the entry begins that a place belongs to: a list file has several, and it is the last that begins before it. */
    private static Optional<Location> start(Location at, List<Location> starts) {
        return starts.stream()
                .filter(start -> start.source().equals(at.source()) && start.line() <= at.line())
                .max(Comparator.naturalOrder());
    }

    /** The entries in the order of the page. */
    List<EntryPlace> entries() {
        return entries;
    }

    /** The number of the element that shows what was written at a place; of several in one line the first; else of its entry. */
    Optional<Integer> of(Location at) {
        List<Location> starts = entries.stream().map(EntryPlace::at).toList();
        return elements.at(at)
                .or(() -> start(at, starts)
                        .flatMap(start -> entries.stream()
                                .filter(entry -> entry.at().equals(start))
                                .map(EntryPlace::element)
                                .findFirst()));
    }
}
