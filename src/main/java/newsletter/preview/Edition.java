package newsletter.preview;

import java.time.LocalDate;

/**
 * An issue that can be looked at.
 *
 * @param date the day on which it goes out
 */
public record Edition(String id, String title, LocalDate date) {}
