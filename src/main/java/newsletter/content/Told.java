package newsletter.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import newsletter.finding.Findings;
import newsletter.model.Entry;
import newsletter.model.IssuePlan;
import newsletter.model.SectionPlan;

/**
 * Remembers which issue told what, for entries that belong in one issue alone. Such an entry stands in an issue that names it,
 * or by rule in one single issue, the first on or after its date; so only that one is filled to look, and the cost does not
 * grow with the number of issues. Thread-safe.
 */
final class Told {
    private final Library library;
    private final Timeline timeline;
    private final Map<String, List<IssuePlan>> naming = new HashMap<>();
    private final Map<URI, List<Entry>> byAddress = new HashMap<>();
    private final Map<String, Set<String>> contents = new ConcurrentHashMap<>();

    /** @param timeline of all entries of the library */
    Told(Library library, Timeline timeline) {
        this.library = library;
        this.timeline = timeline;
        for (IssuePlan issue : library.issues()) {
            for (SectionPlan section : issue.sections()) {
                section.named()
                        .forEach(reference -> naming.computeIfAbsent(reference.id(), id -> new ArrayList<>())
                                .add(issue));
            }
        }
        library.entries().values().stream()
                .filter(entry -> !Currency.lasts(entry))
                .forEach(entry -> entry.url()
                        .ifPresent(url -> byAddress
                                .computeIfAbsent(url, address -> new ArrayList<>())
                                .add(entry)));
    }

    /** The newest issue before another that told an entry. */
    Optional<IssuePlan> before(IssuePlan plan, Entry entry) {
        List<IssuePlan> candidates = new ArrayList<>(naming.getOrDefault(entry.id(), List.of()));
        firstOnOrAfter(entry).ifPresent(candidates::add);
        return candidates.stream()
                .filter(issue -> issue.date().isBefore(plan.date()))
                .filter(issue -> contents(issue).contains(entry.id()))
                .max((one, other) -> one.date().compareTo(other.date()));
    }

    /** Other entries that lead to the address of one. */
    List<Entry> withSameAddress(Entry entry) {
        return entry.url().map(url -> byAddress.getOrDefault(url, List.of())).orElse(List.of()).stream()
                .filter(other -> !other.id().equals(entry.id()))
                .toList();
    }

    private Optional<IssuePlan> firstOnOrAfter(Entry entry) {
        return entry.date().flatMap(date -> library.firstFrom(date.day()));
    }

    private Set<String> contents(IssuePlan issue) {
        return contents.computeIfAbsent(issue.id(), id -> {
            Set<String> entries = new HashSet<>();
            new IssueFiller(library, timeline, issue, new Findings())
                    .fill()
                    .forEach(section -> section.entries().forEach(entry -> entries.add(entry.id())));
            return entries;
        });
    }
}
