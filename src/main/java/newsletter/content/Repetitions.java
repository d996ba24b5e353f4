package newsletter.content;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Entry;
import newsletter.model.IssuePlan;
import newsletter.model.Placement;
import newsletter.model.Section;
import newsletter.model.SectionPlan;
import org.jspecify.annotations.Nullable;

/** Finds what an issue says twice, and what an earlier issue said already. */
final class Repetitions {
    private final Told told;
    private final Findings findings;

    Repetitions(Library library, Findings findings) {
        this.told = new Told(library);
        this.findings = findings;
    }

    /** Looks at all entries of an issue. */
    void report(IssuePlan plan, List<Section> sections) {
        List<Entry> entries = sections.stream()
                .flatMap(section -> section.entries().stream())
                .map(Placement::entry)
                .toList();
        reportSaidTwice(entries);
        Map<String, Location> named = named(plan);
        entries.stream().filter(entry -> !Currency.lasts(entry)).forEach(entry -> reportToldBefore(entry, plan, named));
    }

    private static Map<String, Location> named(IssuePlan plan) {
        Map<String, Location> named = new HashMap<>();
        for (SectionPlan section : plan.sections()) {
            section.named().forEach(reference -> named.putIfAbsent(reference.id(), reference.at()));
        }
        return named;
    }

    private void reportSaidTwice(List<Entry> entries) {
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : entries) {
            reportSaidTwice(first.putIfAbsent(titleAndDay(entry), entry), entry, Entry.TITLE);
            entry.url()
                    .map(URI::toString)
                    .ifPresent(url -> reportSaidTwice(first.putIfAbsent(url, entry), entry, "url"));
        }
    }

    private static String titleAndDay(Entry entry) {
        String day = entry.day().map(Object::toString).orElse("");
        return entry.name().toLowerCase(Locale.ROOT) + "\n" + day;
    }

    private void reportSaidTwice(@Nullable Entry other, Entry entry, String field) {
        if (other != null) {
            String message = "'" + entry.name() + "' has the same " + field + " as " + other.id()
                    + ", which is in this issue too";
            findings.add(Code.SAID_TWICE, entry.at(field), message, "make one entry of the two");
        }
    }

    private void reportToldBefore(Entry entry, IssuePlan plan, Map<String, Location> named) {
        Optional<IssuePlan> earlier = told.before(plan, entry);
        if (earlier.isPresent()) {
            Location at = named.getOrDefault(entry.id(), entry.at());
            String message =
                    "'" + entry.name() + "' was in the issue " + earlier.get().id() + " already";
            findings.add(Code.TOLD_BEFORE, at, message, "take it out, or write a new entry of what has happened since");
            return;
        }
        for (Entry other : told.withSameAddress(entry)) {
            told.before(plan, other)
                    .ifPresent(issue -> findings.add(
                            Code.TOLD_BEFORE,
                            entry.at("url"),
                            "the issue " + issue.id() + " led to this address already, with " + other.id(),
                            "link to what is new"));
        }
    }
}
