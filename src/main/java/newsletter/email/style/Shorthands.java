package newsletter.email.style;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which properties a shorthand sets, also those that it only resets: {@code font} sets {@code line-height} back, {@code border}
 * the border's image.
 *
 * <p>A shorthand that is missing here is safe, only longer: a declaration is left out when stronger ones are known to set all
 * that it sets, and else stays in its order.
 */
final class Shorthands {
    private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
    private static final String LINES = "width style color";
    private static final Map<String, Set<String>> LONGHANDS = longhands();

    /** {@code all} does not touch these (CSS Cascading Level 4, section 3.2). */
    private static final Set<String> BEYOND_ALL = Set.of("direction", "unicode-bidi");

    private static final String ALL = "all";

    private Shorthands() {}

    /** The longhands of a shorthand; of any other property, itself. */
    static Set<String> of(String property) {
        return LONGHANDS.getOrDefault(property, Set.of(property));
    }

    /** Whether properties that are set already leave nothing to set to another. */
    static boolean cover(Set<String> set, String property) {
        return (set.contains(ALL) && isWithinAll(property)) || set.containsAll(of(property));
    }

    /** Whether two declarations set something in common. */
    static boolean overlap(String one, String other) {
        if (one.equals(ALL) || other.equals(ALL)) {
            return isWithinAll(one) && isWithinAll(other);
        }
        return !Collections.disjoint(of(one), of(other));
    }

    private static boolean isWithinAll(String property) {
        return !BEYOND_ALL.contains(property) && !property.startsWith("--");
    }

    private static Map<String, Set<String>> longhands() {
        Map<String, Set<String>> all = new HashMap<>();
        SIDES.forEach(side -> put(all, "border-" + side, prefixed("border-" + side, LINES)));
        for (String part : LINES.split(" ", -1)) {
            put(
                    all,
                    "border-" + part,
                    SIDES.stream().map(side -> "border-" + side + "-" + part).toList());
        }
        put(all, "border-image", prefixed("border-image", "source slice width outset repeat"));
        putAll(all, "border", "border-width border-style border-color border-image");
        put(all, "margin", prefixed("margin", "top right bottom left"));
        put(all, "padding", prefixed("padding", "top right bottom left"));
        put(all, "inset", SIDES);
        put(
                all,
                "border-radius",
                List.of(
                        "border-top-left-radius",
                        "border-top-right-radius",
                        "border-bottom-right-radius",
                        "border-bottom-left-radius"));
        put(all, "background-position", prefixed("background-position", "x y"));
        putAll(
                all,
                "background",
                "background-color background-image background-position background-size background-repeat"
                        + " background-attachment background-origin background-clip");
        put(
                all,
                "font-variant",
                prefixed("font-variant", "ligatures caps numeric east-asian alternates position emoji"));
        putAll(
                all,
                "font",
                "font-style font-variant font-weight font-stretch font-size font-family line-height font-size-adjust"
                        + " font-kerning font-optical-sizing font-feature-settings font-variation-settings");
        put(all, "list-style", prefixed("list-style", "type position image"));
        put(all, "text-decoration", prefixed("text-decoration", "line style color thickness"));
        put(all, "text-emphasis", prefixed("text-emphasis", "style color"));
        put(all, "outline", prefixed("outline", LINES));
        put(all, "column-rule", prefixed("column-rule", LINES));
        putAll(all, "columns", "column-width column-count");
        put(all, "overflow", prefixed("overflow", "x y"));
        putAll(all, "gap", "row-gap column-gap");
        put(all, "flex", prefixed("flex", "grow shrink basis"));
        putAll(all, "flex-flow", "flex-direction flex-wrap");
        putAll(all, "place-content", "align-content justify-content");
        putAll(all, "place-items", "align-items justify-items");
        putAll(all, "place-self", "align-self justify-self");
        return Map.copyOf(all);
    }

    private static List<String> prefixed(String prefix, String names) {
        return Arrays.stream(names.split(" ", -1))
                .map(name -> prefix + "-" + name)
                .toList();
    }

    private static void put(Map<String, Set<String>> all, String shorthand, List<String> longhands) {
        all.put(shorthand, Set.copyOf(longhands));
    }

    /** A shorthand of properties some of which are shorthands themselves. */
    private static void putAll(Map<String, Set<String>> all, String shorthand, String parts) {
        Set<String> longhands = new LinkedHashSet<>();
        for (String part : parts.split(" ", -1)) {
            longhands.addAll(all.getOrDefault(part, Set.of(part)));
        }
        put(all, shorthand, List.copyOf(longhands));
    }
}
