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

/** Finds what an issue says twice, and what an earlier issue said already. */
final class Repetitions {
    private final Told told;
    private final Findings findings;

    Repetitions(Told told, Findings findings) {
        this.told = told;
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
        Map<String, Entry> byTitle = new HashMap<>();
        Map<URI, Entry> byUrl = new HashMap<>();
        for (Entry entry : entries) {
            Optional<Entry> sameTitle = Optional.ofNullable(byTitle.putIfAbsent(titleAndDay(entry), entry));
            Optional<Entry> sameUrl = entry.url().map(url -> byUrl.putIfAbsent(url, entry));
            if (sameTitle.isPresent() && sameTitle.equals(sameUrl)) {
                reportSaidTwice(sameTitle.get(), entry, Entry.TITLE, "title and url");
            } else {
                sameTitle.ifPresent(other -> reportSaidTwice(other, entry, Entry.TITLE, Entry.TITLE));
                sameUrl.ifPresent(other -> reportSaidTwice(other, entry, "url", "url"));
            }
        }
    }

    private static String titleAndDay(Entry entry) {
        String day = entry.day().map(Object::toString).orElse("");
        return entry.name().toLowerCase(Locale.ROOT) + "\n" + day;
    }

    private void reportSaidTwice(Entry other, Entry entry, String field, String same) {
        String message =
                "'" + entry.name() + "' has the same " + same + " as " + other.id() + ", which is in this issue too";
        findings.add(Code.SAID_TWICE, entry.at(field), message, "make one entry of the two");
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
