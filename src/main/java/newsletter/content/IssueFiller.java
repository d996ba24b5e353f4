package newsletter.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;
import newsletter.model.Entry;
import newsletter.model.IssuePlan;
import newsletter.model.SectionPlan;
import newsletter.model.Selection;

/**
 * Decides which entry stands in which section of an issue. An entry stands in one: where it is named, else where a rule with
 * tags picks it, else where a rule without does; among equals the first section wins.
 */
final class IssueFiller {
    private final Library library;
    private final Timeline timeline;
    private final IssuePlan plan;
    private final Currency currency;
    private final Findings findings;
    private final Set<String> taken = new HashSet<>();

    /** @param timeline of all entries of the library */
    IssueFiller(Library library, Timeline timeline, IssuePlan plan, Findings findings) {
        this.library = library;
        this.timeline = timeline;
        this.plan = plan;
        this.currency = new Currency(library.previous(plan).map(IssuePlan::date), plan.date());
        this.findings = findings;
    }

    /**
     * A section with what stands in it.
     *
     * @param entries in order
     */
    record Filled(SectionPlan plan, List<Entry> entries) {
        /** Copies the list. */
        Filled {
            entries = List.copyOf(entries);
        }
    }

    /** A section while it is being filled. */
    private record Open(SectionPlan plan, List<Entry> entries) {
        boolean selects(boolean byTags) {
            return plan.selection()
                    .filter(selection -> selection.tags().isEmpty() != byTags)
                    .isPresent();
        }

        Filled close() {
            return new Filled(plan, entries);
        }
    }

    /** The sections that this issue does not omit, each with its entries. */
    List<Filled> fill() {
        List<Open> sections = plan.sections().stream()
                .filter(section -> !section.omitted())
                .map(section -> new Open(section, new ArrayList<>()))
                .toList();
        sections.forEach(this::takeNamed);
        sections.stream().filter(section -> section.selects(true)).forEach(this::takeSelected);
        sections.stream().filter(section -> section.selects(false)).forEach(this::takeSelected);
        return sections.stream().map(Open::close).toList();
    }

    private void takeNamed(Open section) {
        for (SectionPlan.Reference reference : section.plan().named()) {
            Entry entry = library.entries().get(reference.id());
            if (entry == null) {
                reportUnknown(reference);
            } else if (!taken.add(entry.id())) {
                findings.add(
                        Code.NAMED_TWICE,
                        reference.at(),
                        "'" + entry.id() + "' is named twice in this issue",
                        "keep one of the two");
            } else {
                judgeNamed(entry, reference);
                section.entries().add(entry);
            }
        }
    }

    private void reportUnknown(SectionPlan.Reference reference) {
        String message = "there is no entry '" + reference.id() + "'";
        String hint = Suggestion.nearest(reference.id(), library.entries().keySet())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("an entry is called by its path under content/ without the ending, like news/korea-agreement");
        findings.add(Code.UNKNOWN_ENTRY, reference.at(), message, hint);
    }

    private void judgeNamed(Entry entry, SectionPlan.Reference reference) {
        String name = "'" + entry.id() + "'";
        if (entry.isDraft()) {
            String hint = "take 'draft: true' out of " + entry.at().source().path() + ", or the name out of the issue";
            findings.add(Code.NAMED_DRAFT, reference.at(), name + " is a draft", hint);
        }
        if (currency.isOver(entry)) {
            String day = entry.expiry().map(expiry -> expiry.day().toString()).orElse("");
            String message = name + " is over: it ended on " + day + ", the issue is of " + plan.date();
            findings.add(
                    Code.EXPIRED, reference.at(), message, "take it out, or correct the date in " + expiryPlace(entry));
        }
        if (currency.isUnopened(entry)) {
            String day =
                    Currency.opening(entry).map(opens -> opens.day().toString()).orElse("");
            findings.add(
                    Code.NOT_OPEN,
                    reference.at(),
                    name + " is not open yet: it opens on " + day,
                    "keep it for a later issue");
        }
        if (currency.isAhead(entry)) {
            String day = entry.date().map(date -> date.day().toString()).orElse("");
            String message = name + " may not be told yet: its 'date' is " + day + ", the issue is of " + plan.date();
            findings.add(
                    Code.NOT_YET_TOLD, reference.at(), message, "keep it for a later issue, or correct its 'date'");
        }
    }

    private static Location expiryPlace(Entry entry) {
        return entry.type().expires().stream()
                .filter(field -> entry.moment(field).isPresent())
                .findFirst()
                .map(entry::at)
                .orElse(entry.at());
    }

    private void takeSelected(Open section) {
        Selection selection = section.plan().selection().orElseThrow();
        List<Entry> candidates = candidates(selection);
        int limit = Math.min(selection.limit().orElse(candidates.size()), candidates.size());
        candidates.subList(0, limit).forEach(entry -> {
            taken.add(entry.id());
            section.entries().add(entry);
        });
        if (candidates.size() > limit) {
            reportLimit(section.plan(), limit, candidates);
        }
    }

    private void reportLimit(SectionPlan section, int limit, List<Entry> candidates) {
        int rest = candidates.size() - limit;
        String message =
                "'" + section.heading() + "' takes " + limit + " of " + candidates.size() + " entries by its limit";
        String hint = "the " + (rest == 1 ? "one" : rest) + " left over, from '"
                + candidates.get(limit).id() + "' on: raise the limit, or name it elsewhere";
        findings.add(Code.OVER_LIMIT, section.at(), message, hint);
    }

    private List<Entry> candidates(Selection selection) {
        return timeline.current(selection.types(), currency)
                .filter(entry -> !taken.contains(entry.id()))
                .filter(entry -> hasTags(entry, selection.tags()))
                .filter(entry -> isWithin(entry, selection))
                .sorted(EntryOrder.by(
                        selection.sort().isEmpty() ? selection.types().get(0).sort() : selection.sort()))
                .toList();
    }

    private static boolean hasTags(Entry entry, List<String> wanted) {
        return wanted.stream().allMatch(tag -> entry.tags().stream().anyMatch(tag::equalsIgnoreCase));
    }

    private static boolean isWithin(Entry entry, Selection selection) {
        Optional<LocalDate> day = entry.day();
        boolean early = selection.since().isPresent()
                && (day.isEmpty() || day.get().isBefore(selection.since().get()));
        boolean late = selection.until().isPresent()
                && (day.isEmpty() || day.get().isAfter(selection.until().get()));
        return !early && !late;
    }
}
