package newsletter.content;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.Entry;
import newsletter.model.EntryType;
import newsletter.model.Field;
import newsletter.model.IssuePlan;
import newsletter.model.Moment;
import newsletter.model.SectionPlan;
import newsletter.model.Value;

/** Tells which dates of an entry cannot be meant. */
final class Judge {
    private static final int FIRST_YEAR = 1990;
    private static final int YEARS_AHEAD = 5;

    private final Library library;
    private final Findings findings;

    Judge(Library library, Findings findings) {
        this.library = library;
        this.findings = findings;
    }

    /** Looks at every entry, in an issue or not: one with a wrong year would simply never appear. */
    void judgeEntries() {
        Set<String> named = named();
        Optional<LocalDate> newest =
                library.issues().stream().map(IssuePlan::date).reduce((first, last) -> last);
        library.entries().values().forEach(entry -> {
            newest.ifPresent(date -> judgeYears(entry, date.getYear() + YEARS_AHEAD));
            judgeOrder(entry);
            judgeUse(entry, named);
        });
    }

    private void judgeUse(Entry entry, Set<String> named) {
        boolean dated = entry.date().isPresent() || entry.expiry().isPresent();
        if (!dated && !entry.isDraft() && !named.contains(entry.id()) && !isUnread(entry)) {
            String message = "'" + entry.name() + "' has no 'date', so that no rule can pick it";
            String hint = "add the day of its news, 'date: 2018-08-31', or name it in an issue";
            findings.add(Code.NEVER_CURRENT, entry.at(), message, hint);
        }
    }

    private boolean isUnread(Entry entry) {
        return findings.hasErrorsIn(entry.at().source().path()::equals);
    }

    private Set<String> named() {
        Set<String> named = new HashSet<>();
        library.issues().stream()
                .flatMap(issue -> issue.sections().stream())
                .flatMap(section -> section.named().stream())
                .map(SectionPlan.Reference::id)
                .forEach(named::add);
        return named;
    }

    private void judgeYears(Entry entry, int lastYear) {
        entry.fields()
                .forEach((name, field) -> moment(field).ifPresent(moment -> {
                    int year = moment.day().getYear();
                    if (year < FIRST_YEAR || year > lastYear) {
                        String message = "'" + name + "' lies in the year " + year;
                        findings.add(
                                Code.IMPLAUSIBLE_YEAR,
                                field.at(),
                                message,
                                "years from " + FIRST_YEAR + " to " + lastYear + " are plausible: look at the digits");
                    }
                }));
    }

    private static Optional<Moment> moment(Field field) {
        return field.value() instanceof Value.Date date ? Optional.of(date.moment()) : Optional.empty();
    }

    private void judgeOrder(Entry entry) {
        mayNotPrecede(entry, EntryType.END, EntryType.START, Code.END_BEFORE_START, "it ends before it begins");
        mayNotPrecede(entry, EntryType.DEADLINE, "opens", Code.OPENS_AFTER_DEADLINE, "it closes before it opens");
        mayNotPrecede(
                entry, EntryType.DEADLINE, "extended-from", Code.NOT_EXTENDED, "a deadline is extended to a later day");
        String end = entry.moment(EntryType.END).isPresent() ? EntryType.END : EntryType.START;
        mayNotPrecede(entry, end, EntryType.DEADLINE, Code.DEADLINE_AFTER_EVENT, "the deadline lies after the event");
        for (String expiry : entry.type().expires()) {
            if (entry.moment(expiry).isPresent()) {
                mayNotPrecede(entry, expiry, Entry.DATE, Code.OVER_BEFORE_TOLD, "it is over before it may be told");
                return;
            }
        }
    }

    /** Reports where the date that should come later comes first: at a deadline, if one of the two is one. */
    private void mayNotPrecede(Entry entry, String later, String earlier, Code code, String problem) {
        Optional<Moment> end = entry.moment(later);
        Optional<Moment> start = entry.moment(earlier);
        if (end.isPresent() && start.isPresent() && end.get().isBefore(start.get())) {
            String message = problem + ": '" + later + "' is " + end.get().day() + ", '" + earlier + "' is "
                    + start.get().day();
            String suspect = earlier.equals(EntryType.DEADLINE) ? earlier : later;
            String hint = "look at the days and years of '" + earlier + "' and '" + later + "'";
            findings.add(code, entry.at(suspect), message, hint);
        }
    }
}
