package newsletter.content;

import java.time.LocalDate;
import java.util.Optional;
import newsletter.model.Entry;
import newsletter.model.Moment;

/**
 * Which entries are current in an issue.
 *
 * @param previous the day of the issue before, if there was one
 * @param day the issue's own day
 */
record Currency(Optional<LocalDate> previous, LocalDate day) {

    /** Whether a rule may pick the entry. */
    boolean isCurrent(Entry entry) {
        return !entry.isDraft()
                && !isAhead(entry)
                && !isUnopened(entry)
                && (lasts(entry) ? !isOver(entry) : isNew(entry));
    }

    /** Whether the day on which it may first be told is still to come. */
    boolean isAhead(Entry entry) {
        return entry.date().filter(date -> date.isAfter(day)).isPresent();
    }

    /** Whether it opens on a later day. */
    boolean isUnopened(Entry entry) {
        return opening(entry).filter(opens -> opens.isAfter(day)).isPresent();
    }

    /** When it opens. */
    static Optional<Moment> opening(Entry entry) {
        return entry.type().opens().flatMap(entry::moment);
    }

    /** Whether its last day has passed. */
    boolean isOver(Entry entry) {
        return entry.expiry().filter(expiry -> expiry.isBefore(day)).isPresent();
    }

    /** Whether it stays current until a day of its own, and so may stand in several issues. */
    static boolean lasts(Entry entry) {
        return entry.expiry().isPresent();
    }

    private boolean isNew(Entry entry) {
        return entry.date()
                .filter(date -> previous.isEmpty() || date.isAfter(previous.get()))
                .isPresent();
    }

    /** By when a reader has to act; empty where there is nothing to do, or it is too late. */
    Optional<Moment> closing(Entry entry) {
        return entry.type().closing().flatMap(entry::moment).filter(closing -> !closing.isBefore(day));
    }

    /** Whether less than a month is left. */
    boolean isLastChance(Moment closing) {
        return closing.day().isBefore(day.plusMonths(1));
    }
}
