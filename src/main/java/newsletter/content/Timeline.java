package newsletter.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.model.Entry;
import newsletter.model.EntryType;
import newsletter.model.Moment;

/**
 * Entries by type and time, so that what an issue may hold is found without looking at all that there ever was. Thread-safe, as
 * nothing changes.
 */
final class Timeline {
    /** By the names of types. */
    private final Map<String, Dated> told = new HashMap<>();

    private final Map<String, Dated> lasting = new HashMap<>();

    Timeline(Collection<Entry> entries) {
        for (Entry entry : entries) {
            Optional<Moment> day = Currency.lasts(entry) ? entry.expiry() : entry.date();
            Map<String, Dated> part = Currency.lasts(entry) ? lasting : told;
            day.map(Moment::day)
                    .ifPresent(date -> part.computeIfAbsent(entry.type().name(), type -> new Dated())
                            .add(entry, date));
        }
        told.values().forEach(Dated::sort);
        lasting.values().forEach(Dated::sort);
    }

    /** Entries with a day each, in order of the days. */
    private static final class Dated {
        private final List<Day> days = new ArrayList<>();

        private record Day(Entry entry, LocalDate date) {}

        void add(Entry entry, LocalDate date) {
            days.add(new Day(entry, date));
        }

        void sort() {
            days.sort(Comparator.comparing(Day::date));
        }

        /** Those from a day on and before another. */
        Stream<Entry> between(LocalDate first, LocalDate end) {
            int from = DaySearch.first(days, Day::date, first);
            int to = DaySearch.first(days, Day::date, end);
            return days.subList(from, Math.max(from, to)).stream().map(Day::entry);
        }
    }

    /** The entries of some types that a rule may pick. */
    Stream<Entry> current(List<EntryType> types, Currency currency) {
        LocalDate after = currency.day().plusDays(1);
        LocalDate news = currency.previous().map(day -> day.plusDays(1)).orElse(LocalDate.MIN);
        return types.stream()
                .map(EntryType::name)
                .distinct()
                .flatMap(type -> Stream.concat(
                        of(told, type).flatMap(dated -> dated.between(news, after)),
                        of(lasting, type).flatMap(dated -> dated.between(currency.day(), LocalDate.MAX))))
                .filter(currency::isCurrent);
    }

    private static Stream<Dated> of(Map<String, Dated> part, String type) {
        return Stream.ofNullable(part.get(type));
    }
}
