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
    private final List<EntryPlace> entries = new ArrayList<>();
    private final PageElements elements;

    /**
     * An entry on the page.
     *
     * @param anchor the id of its element
     * @param at where it begins
     */
    record EntryPlace(String anchor, Location at) {}

    Places(Sheet sheet) {
        this.elements = new PageElements(sheet.email());
        sheet.issue().sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(Places::place)
                .forEach(entries::add);
    }

    private static EntryPlace place(Placement placement) {
        Entry entry = placement.entry();
        return new EntryPlace(placement.anchor(), entry.at());
    }

    /** The entries in the order of the page. */
    List<EntryPlace> entries() {
        return List.copyOf(entries);
    }

    /** The number of the element that shows what was written at a place; of several in one line the first; else of its entry. */
    Optional<Integer> of(Location at) {
        return elements.at(at).or(() -> entry(at).flatMap(entry -> elements.withId(entry.anchor())));
    }

    /** A list file has several entries: the last that begins before the place. */
    private Optional<EntryPlace> entry(Location at) {
        return entries.stream()
                .filter(entry -> entry.at().source().equals(at.source()))
                .filter(entry -> entry.at().line() <= at.line())
                .max(Comparator.comparing(EntryPlace::at));
    }
}
