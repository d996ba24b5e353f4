package newsletter.calendar;

/**
 * A file for calendar programs.
 *
 * @param path relative to the page, {@code calendar.ics} or {@code calendar/vienna.ics}
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, written once.
public record CalendarFile(String path, byte[] bytes) {}
