package newsletter.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import newsletter.model.Moment;

/** When something takes place. */
sealed interface Span {
    /** Whole days, wherever a reader is; the first and the last belong to it. */
    record Days(LocalDate first, LocalDate last) implements Span {}

    /** Between two times, or at one. */
    record Times(Instant start, Optional<Instant> end) implements Span {}

    /**
     * From one moment to another. Days where either of several is told without a time: RFC 5545 (3.6.1) wants both of one kind.
     */
    static Span of(Moment start, Optional<Moment> end) {
        Optional<Moment> later = end.filter(last -> !last.day().isBefore(start.day()));
        boolean sameDay = later.isEmpty() || later.get().day().equals(start.day());
        boolean timed = start.time().isPresent()
                && (sameDay || later.flatMap(Moment::time).isPresent());
        if (!timed) {
            return new Days(start.day(), later.orElse(start).day());
        }
        Instant from = start.start().toInstant();
        return new Times(
                from,
                later.filter(last -> last.time().isPresent())
                        .map(last -> last.start().toInstant())
                        .filter(from::isBefore));
    }
}
