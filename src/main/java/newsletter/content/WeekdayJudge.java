package newsletter.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Entry;
import newsletter.model.IssuePlan;
import newsletter.model.SectionPlan;
import newsletter.parse.Parsers;

/**
 * Finds a weekday that does not fit the date beside it: "Monday, 5 October 2018", which is a Friday. Looks only where weekday,
 * day, month and year stand together, in the publication's language.
 */
final class WeekdayJudge {
    /** Greece was the last in Europe to take the Gregorian calendar, in 1923. */
    private static final int FIRST_YEAR = 1924;

    /** A blank, or the end of a line within a paragraph; Markdown's emphasis may stand on either side. */
    private static final String GAP = "[*_]{0,3}(?:\\h+|\\h*\\n\\h*)[*_]{0,3}";

    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|[ºª°])?\\.?";
    private static final String YEAR = "(?<year>\\d{4})(?![\\p{L}\\p{N}])";
    private static final String FILLERS = "(?:(?:the|le|den|dem|der|el|il)" + GAP + ")?";
    private static final String OF = "(?:(?:of|de|del)" + GAP + ")?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern YAML_COMMENT = Pattern.compile("(?m)^\\h*#.*$");

    private final DayNames names;
    private final List<Pattern> dates;
    private final WeekdaySearch days;

    private WeekdayJudge(DayNames names) {
        this.names = names;
        this.days = new WeekdaySearch(names);
        String weekday = "(?<weekday>" + DayNames.anyOf(names.days()) + ")\\.?[*_]{0,3},?" + GAP + FILLERS;
        String month = "(?<month>" + DayNames.anyOf(names.months()) + ")\\.?";
        this.dates = Stream.of(
                        weekday + DAY + GAP + OF + month + ",?" + GAP + OF + YEAR,
                        weekday + month + GAP + DAY + ",?" + GAP + YEAR)
                .map(date -> Pattern.compile(date, FLAGS))
                .toList();
    }

    /** Looks at every text of a library, on all cores: entries, issues, and the blueprint's. */
    static void judge(Library library, ReadFiles known, Findings findings) {
        known.weekdayJudge(library.publication().language())
                .ifPresent(judge -> sources(library).distinct().toList().parallelStream()
                        .map(source -> judge.found(source, known))
                        .toList()
                        .forEach(findings::addAll));
    }

    private Findings found(Source source, ReadFiles known) {
        Findings own = new Findings();
        known.weekdays().of(source, this::judge, own);
        return own;
    }

    /** One for a language; empty for a language whose weekdays the tool does not know. */
    static Optional<WeekdayJudge> of(Locale language, Parsers parsers) {
        return DayNames.of(language, parsers).map(WeekdayJudge::new);
    }

    private static Stream<Source> sources(Library library) {
        return Stream.of(
                        library.entries().values().stream().map(Entry::at),
                        library.issues().stream().map(IssuePlan::at),
                        library.publication().blueprint().stream().map(SectionPlan::at))
                .flatMap(places -> places.map(at -> at.source()));
    }

    /** Whether something was looked for, for whoever remembers. */
    private boolean judge(Source source, Findings findings) {
        if (!days.finds(source.text())) {
            return true;
        }
        String text = withoutHtmlComments(source.text());
        boolean markdown = source.path().endsWith(".md");
        String seen = markdown ? text : YAML_COMMENT.matcher(text).replaceAll(comment -> blank(comment.group()));
        for (Pattern date : dates) {
            Matcher found = date.matcher(seen);
            while (found.find()) {
                judge(found, source, findings);
            }
        }
        return true;
    }

    /** What no reader sees turned into blanks, so that everything else keeps its place. */
    private static String withoutHtmlComments(String text) {
        StringBuilder seen = new StringBuilder(text);
        int from = text.indexOf("<!--");
        while (from >= 0 && text.indexOf("-->", from) > 0) {
            int end = text.indexOf("-->", from);
            seen.replace(from, end, blank(text.substring(from, end)));
            from = text.indexOf("<!--", end);
        }
        return seen.toString();
    }

    private static String blank(String unseen) {
        return unseen.replaceAll("[^\n]", " ");
    }

    private void judge(Matcher found, Source source, Findings findings) {
        int written = DayNames.number(names.days(), found.group("weekday"));
        date(found).filter(date -> date.getDayOfWeek().getValue() != written).ifPresent(date -> {
            String message = "the weekday does not fit the date: "
                    + found.group().replaceAll("[*_]", "").replaceAll("\\s+", " ");
            String hint = "that day is a " + names.name(date.getDayOfWeek()) + ": correct the weekday or the date";
            findings.add(Code.WRONG_WEEKDAY, source.at(found.start("weekday")), message, hint);
        });
    }

    private Optional<LocalDate> date(Matcher found) {
        try {
            int year = Integer.parseInt(found.group("year"));
            int month = DayNames.number(names.months(), found.group("month"));
            LocalDate date = LocalDate.of(year, month, Integer.parseInt(found.group("day")));
            return Optional.of(date).filter(day -> day.getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            // A day that does not exist has no weekday either.
            return Optional.empty();
        }
    }
}
