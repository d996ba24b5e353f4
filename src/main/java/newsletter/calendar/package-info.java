/**
 * What an issue tells of with a date, as calendar programs take it (RFC 5545). Uses the JDK alone;
 * {@code docs/decisions/own-calendar-lines.md} says why.
 */
@NullMarked
package newsletter.calendar;

import org.jspecify.annotations.NullMarked;
