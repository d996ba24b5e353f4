package newsletter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.Entry;
import newsletter.model.EntryType;
import newsletter.model.Field;
import newsletter.model.Moment;
import newsletter.model.Value;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Location PLACE = new Source("content/a.md", "").start();
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 12;

    private final Random random = new Random(1);
    private final List<EntryType> types = List.of(type("news", List.of()), type("event", List.of("end")));

    private static EntryType type(String name, List<String> expires) {
        return new EntryType(name, name, "story", PLACE, Map.of(), expires, Optional.empty(), List.of());
    }

    /** An entry with some of its days, close together so that every bound is met. */
    private Entry entry(int number) {
        Map<String, Field> fields = new HashMap<>();
        for (String name : List.of("date", "end")) {
            if (random.nextInt(4) > 0) {
                Moment moment = Moment.of(FIRST.plusDays(random.nextInt(DAYS)), ZoneOffset.UTC);
                fields.put(name, new Field(new Value.Date(moment), PLACE));
            }
        }
        return new Entry("e" + number, types.get(random.nextInt(2)), fields, PLACE);
    }

    @Test
    void hasWhatIsCurrentAmongAll() {
        List<Entry> entries = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            entries.add(entry(number));
        }
        Timeline timeline = new Timeline(entries);

        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            for (Optional<LocalDate> previous : List.of(Optional.<LocalDate>empty(), Optional.of(date.minusDays(3)))) {
                Currency currency = new Currency(previous, date);

                assertThat(timeline.current(types, currency))
                        .containsExactlyInAnyOrderElementsOf(
                                entries.stream().filter(currency::isCurrent).toList())
                        .isNotEmpty();
            }
        }
    }
}
