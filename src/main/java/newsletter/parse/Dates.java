package newsletter.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Moment;

/**
 * Dates as ISO 8601 writes them: {@code 2018-10-31}, or with a time {@code 2018-10-05 17:00}, {@code 2018-10-05T17:00+02:00}.
 * Other ways of writing a date are not guessed at, since 05/06 is May to one and June to another; the hint says how to write it.
 */
public final class Dates {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))? *(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./ -]+(\\d{1,2})[./ -]+(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./ -]+(\\d{1,2})[./ -]+(\\d{1,2})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? +(\\p{L}+)\\.?,? +(\\d{4})");
    private static final Pattern NAMED_MONTH_FIRST =
            Pattern.compile("(\\p{L}+)\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})");

    private Dates() {}

    /**
     * The moment written, or a finding and nothing.
     *
     * @param name what the editor calls it, {@code deadline}
     * @param zone what a day and a time without an offset mean
     */
    public static Optional<Moment> parse(String name, Yaml.Scalar written, ZoneId zone, Findings findings) {
        String text = written.text().strip();
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            String message = "'" + name + "' is not a date: " + shorten(text);
            findings.add(Code.BAD_DATE, written.at(), message, hint(text));
            return Optional.empty();
        }
        return day(iso, written.at(), findings).flatMap(day -> moment(day, iso, zone, written.at(), findings));
    }

    private static Optional<LocalDate> day(Matcher iso, Location at, Findings findings) {
        int year = number(iso, 1);
        int month = number(iso, 2);
        int day = number(iso, 3);
        if (month < 1 || month > 12) {
            String message = "there is no month " + month;
            findings.add(Code.BAD_DATE, at, message, "a date is year-month-day, the month from 01 to 12");
            return Optional.empty();
        }
        int length = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > length) {
            String named = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
            String message = "there is no " + day + " " + named;
            findings.add(Code.BAD_DATE, at, message, named + " has " + length + " days");
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    private static Optional<Moment> moment(LocalDate day, Matcher iso, ZoneId zone, Location at, Findings findings) {
        if (iso.group(4) == null) {
            return Optional.of(Moment.of(day, zone));
        }
        try {
            int second = iso.group(6) == null ? 0 : number(iso, 6);
            LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5), second);
            ZoneId written = iso.group(7) == null ? zone : ZoneOffset.of(iso.group(7));
            return Optional.of(new Moment(day, Optional.of(time), written));
        } catch (DateTimeException e) {
            String message = "there is no time "
                    + iso.group().substring(10).replace('T', ' ').strip();
            findings.add(Code.BAD_DATE, at, message, "hours are 00 to 23, minutes 00 to 59, offsets like +02:00");
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String hint(String text) {
        return guess(text.replaceAll("^[“”„«»‘’]|[“”„«»‘’]$", ""))
                .map(day -> "write it as " + day)
                .orElse("write year-month-day, like 2018-10-31, with a time like 2018-10-31 17:00");
    }

    private static Optional<LocalDate> guess(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            int day = number(dayFirst, 1);
            int month = number(dayFirst, 2);
            return month <= 12 ? date(number(dayFirst, 3), month, day) : date(number(dayFirst, 3), day, month);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return date(number(named, 3), month(named.group(2)), number(named, 1));
        }
        Matcher monthFirst = NAMED_MONTH_FIRST.matcher(text);
        return monthFirst.matches()
                ? date(number(monthFirst, 3), month(monthFirst.group(1)), number(monthFirst, 2))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean exists = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** The month of an English name or its beginning, else 0. */
    private static int month(String name) {
        if (name.length() < 3) {
            return 0;
        }
        for (Month month : Month.values()) {
            if (month.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                return month.getValue();
            }
        }
        return 0;
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
