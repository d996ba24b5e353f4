package newsletter.render;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newsletter.model.Moment;

/**
 * Dates as people write them in a language. Months and patterns come from the theme's words and not from the JDK, whose
 * locale data changes with its version and its settings: the same issue must give the same bytes everywhere.
 */
final class DateWords {
    private final Words words;
    private final ZoneNames zones;

    /** @param zone the publication's timezone */
    DateWords(Words words, ZoneId zone) {
        this.words = words;
        this.zones = new ZoneNames(zone);
    }

    /** {@code 31 October 2018}, or {@code 5 October 2018, 17:00 CEST}. */
    String full(Moment moment) {
        String date = say("date", day("", moment.day()));
        return time(moment).map(time -> timed(date, time, moment)).orElse(date);
    }

    /** {@code 31 October}. */
    String withoutYear(Moment moment) {
        return say("date-short", day("", moment.day()));
    }

    String month(LocalDate day) {
        return words.item("months", day.getMonthValue());
    }

    String shortMonth(LocalDate day) {
        return words.item("months-short", day.getMonthValue());
    }

    /** {@code 21–25 January 2019}, {@code 31 October – 2 November 2018}; one date where both are the same or there is no end. */
    String period(Moment start, Optional<Moment> end) {
        if (end.isEmpty() || end.get().day().equals(start.day())) {
            return oneDay(start, end);
        }
        LocalDate from = start.day();
        LocalDate to = end.get().day();
        Map<String, String> parts = day("", from);
        parts.putAll(day("end", to));
        if (from.getYear() != to.getYear()) {
            return say("other-years", parts);
        }
        return say(from.getMonth() == to.getMonth() ? "same-month" : "same-year", parts);
    }

    private String oneDay(Moment start, Optional<Moment> end) {
        String date = say("date", day("", start.day()));
        return clock(start, end).map(time -> timed(date, time, start)).orElse(date);
    }

    /** {@code 17:00 CEST}, {@code 17:00–18:30 CEST}; empty where no time is given, or more than a day lies between. */
    Optional<String> hours(Moment start, Optional<Moment> end) {
        boolean oneDay = end.isEmpty() || end.get().day().equals(start.day());
        return oneDay
                ? clock(start, end).map(time -> say("hours", Map.of("time", time, "zone", zone(start))))
                : Optional.empty();
    }

    private Optional<String> clock(Moment start, Optional<Moment> end) {
        Optional<String> to = end.flatMap(Moment::time)
                .filter(time -> !Optional.of(time).equals(start.time()))
                .map(this::clock);
        return time(start).map(from -> to.map(until -> from + "–" + until).orElse(from));
    }

    /** {@code 17:00}; empty for a whole day. */
    Optional<String> time(Moment moment) {
        return moment.time().map(this::clock);
    }

    /** The days of a date block: {@code 21–25}, {@code 31–2}. */
    String blockDays(Moment start, Optional<Moment> end) {
        String from = Integer.toString(start.day().getDayOfMonth());
        return end.filter(last -> !last.day().equals(start.day()))
                .map(last -> from + "–" + last.day().getDayOfMonth())
                .orElse(from);
    }

    /** The month of a date block: {@code Jan}, {@code Oct–Nov}. */
    String blockMonth(Moment start, Optional<Moment> end) {
        String from = shortMonth(start.day());
        return end.map(last -> shortMonth(last.day()))
                .filter(to -> !to.equals(from))
                .map(to -> from + "–" + to)
                .orElse(from);
    }

    private String timed(String date, String time, Moment moment) {
        return say("date-time", Map.of("date", date, "time", time, "zone", zone(moment)));
    }

    private String zone(Moment moment) {
        String zone = zones.of(moment);
        return words.say("zones." + zone, Map.of()).orElse(zone);
    }

    private String clock(LocalTime time) {
        return say("time", Map.of("hour", twoDigits(time.getHour()), "minute", twoDigits(time.getMinute())));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The parts of a day under the names that the patterns use: {@code day}, or {@code endDay} with a prefix. */
    private Map<String, String> day(String prefix, LocalDate day) {
        Map<String, String> parts = new HashMap<>();
        int number = day.getDayOfMonth();
        parts.put(name(prefix, "day"), number == 1 ? say("first-day", Map.of()) : Integer.toString(number));
        parts.put(name(prefix, "month"), month(day));
        parts.put(name(prefix, "year"), Integer.toString(day.getYear()));
        return parts;
    }

    private static String name(String prefix, String part) {
        return prefix.isEmpty() ? part : prefix + Character.toUpperCase(part.charAt(0)) + part.substring(1);
    }

    private String say(String key, Map<String, String> values) {
        return words.say(key, values).orElse("");
    }
}
