package newsletter.model;

import newsletter.finding.Location;

/**
 * A field of an entry with its value.
 *
 * @param at where the value stands
 */
public record Field(Value value, Location at) {}
