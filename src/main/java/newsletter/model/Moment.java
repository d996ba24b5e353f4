package newsletter.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A day, or a time on a day, as an editor wrote it.
 *
 * @param day the day in {@code zone}
 * @param time the time of day; empty where only the day was given
 * @param zone the offset that was written, else the publication's timezone
 */
public record Moment(LocalDate day, Optional<LocalTime> time, ZoneId zone) {

    /** A whole day in a timezone. */
    public static Moment of(LocalDate day, ZoneId zone) {
        return new Moment(day, Optional.empty(), zone);
    }

    /** Whether it lies wholly before a day: a deadline of today has not passed today. */
    public boolean isBefore(LocalDate other) {
        return day.isBefore(other);
    }

    /** Whether it lies wholly after a day. */
    public boolean isAfter(LocalDate other) {
        return day.isAfter(other);
    }

    /** Whether it lies before another moment for certain: by the clock where both have a time, else by the day. */
    public boolean isBefore(Moment other) {
        boolean byClock = time.isPresent() && other.time.isPresent();
        return byClock ? start().isBefore(other.start()) : day.isBefore(other.day);
    }

    /** Its beginning: the time given, else midnight. */
    public ZonedDateTime start() {
        return day.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(zone);
    }
}
