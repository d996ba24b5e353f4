package newsletter.content;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Looks for days in lists that are in order of them. */
final class DaySearch {
    private DaySearch() {}

    /** The index of the first that is not before a day; the size of the list where all are. */
    static <T> int first(List<T> sorted, Function<T, LocalDate> date, LocalDate day) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (date.apply(sorted.get(middle)).isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
