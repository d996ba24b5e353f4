package newsletter.content;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import newsletter.finding.Findings;
import newsletter.parse.Binder;
import newsletter.parse.Parsers;
import newsletter.parse.Yaml;

/**
 * What a language calls days and months. Not the JDK's names: those change with its version.
 *
 * @param days from Monday on; of each the full name first, then others and abbreviations
 * @param months from January on, in the same way
 */
record DayNames(List<List<String>> days, List<List<String>> months) {
    /** Copies the lists. */
    DayNames {
        days = days.stream().map(List::copyOf).toList();
        months = months.stream().map(List::copyOf).toList();
    }

    /** Those of a language, whatever its region; empty for one that the tool does not know. */
    static Optional<DayNames> of(Locale language, Parsers parsers) {
        Findings none = new Findings();
        return new Binder(BuiltIn.read(BuiltIn.WEEKDAYS, parsers), BuiltIn.WEEKDAYS, none)
                .group(language.getLanguage())
                .map(group -> new Binder(group, BuiltIn.WEEKDAYS, none))
                .map(binder -> new DayNames(names(binder, "days"), names(binder, "months")));
    }

    private static List<List<String>> names(Binder binder, String key) {
        return binder.list(key).stream().map(DayNames::names).toList();
    }

    private static List<String> names(Yaml list) {
        return list instanceof Yaml.Sequence sequence
                ? sequence.items().stream().map(DayNames::text).toList()
                : List.of(text(list));
    }

    private static String text(Yaml name) {
        return name instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    String name(DayOfWeek day) {
        return days.get(day.getValue() - 1).get(0);
    }

    /** The number of a name in {@link #days} or {@link #months}, from 1. */
    static int number(List<List<String>> names, String written) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).stream().anyMatch(written::equalsIgnoreCase)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no day or month: " + written);
    }

    /** A regular expression for any of the names: full ones in any case, abbreviations not in lower case where that is a word. */
    static String anyOf(List<List<String>> names) {
        return names.stream()
                .flatMap(same -> same.stream().map(name -> name.length() > 4 ? name : abbreviation(name)))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"));
    }

    /** As it is written, or with a capital: "so" and "sat" are words, "So" and "Sat" are days. */
    private static String abbreviation(String name) {
        String first = name.substring(0, 1);
        return "(?-i:[" + first + first.toUpperCase(Locale.ROOT) + "]" + name.substring(1) + ")";
    }
}
