package newsletter.email.style;

import java.util.Set;
import newsletter.finding.Location;

/**
 * {@code color: #FFFFFF !important}.
 *
 * @param property in lower case, but for custom properties
 * @param value without {@code !important}
 * @param at where it is written
 */
record Declaration(String property, String value, boolean important, Location at) {
    boolean isCustom() {
        return property.startsWith("--");
    }

    Declaration withValue(String other) {
        return new Declaration(property, other, important, at);
    }

    /** The properties that it sets: those of a shorthand, else its own. */
    Set<String> longhands() {
        return Shorthands.of(property);
    }

    /** Within a style attribute, where {@code !important} has no place. */
    String inline() {
        return property + ":" + value;
    }

    /** Within the style sheet that stays. */
    String kept() {
        return property + ":" + value + (important ? "!important" : "");
    }

    /** As strong as it must be to win against a style attribute. */
    Declaration raised() {
        return new Declaration(property, value, true, at);
    }
}
