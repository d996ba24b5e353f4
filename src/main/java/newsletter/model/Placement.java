package newsletter.model;

import java.util.Optional;

/**
 * An entry at its place in an issue.
 *
 * @param anchor its id within the page
 * @param layout the layout that it is shown in
 * @param closing by when a reader has to act; empty where there is nothing to do, or it is too late
 * @param lastChance whether {@code closing} is less than a month after the date
 */
public record Placement(Entry entry, String anchor, String layout, Optional<Moment> closing, boolean lastChance) {}
