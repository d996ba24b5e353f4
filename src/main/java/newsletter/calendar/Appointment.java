package newsletter.calendar;

import java.net.URI;
import java.util.Optional;

/**
 * Something to put into a calendar.
 *
 * @param key what it is of all that a publication ever tells of; the same in every issue
 * @param deadline whether something has to be done by then: its reader is reminded, and not busy
 */
record Appointment(
        String key,
        String title,
        Span span,
        boolean deadline,
        Optional<String> place,
        Optional<String> description,
        Optional<URI> url) {}
