package newsletter.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.model.Color;
import org.jsoup.nodes.Element;

/**
 * How the words of an element look, as its style attributes and those around it say.
 *
 * @param color of the words; empty where it is written in a way that is not understood
 * @param ground behind them; empty where it is a picture, or not understood
 * @param size in pixels
 */
record Appearance(Optional<Color> color, Optional<Color> ground, double size, boolean bold) {
    /** What mail programs begin with. */
    static final Appearance USUAL =
            new Appearance(Optional.of(new Color(0, 0, 0)), Optional.of(Color.WHITE), 16, false);

    private static final Color LINK = new Color(0x00, 0x00, 0xEE);

    /** The sizes of headings in browsers' own style sheets (HTML, "rendering"). */
    private static final Map<String, Double> SIZES =
            Map.of("h1", 2.0, "h2", 1.5, "h3", 1.17, "h4", 1.0, "h5", 0.83, "h6", 0.67, "small", 0.83);

    private static final List<String> BOLD = List.of("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern HEAVY = Pattern.compile("bold|bolder|[6-9]00");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,5})?|\\.\\d{1,5})(px|pt|em|rem|%)");
    private static final Pattern RGB = Pattern.compile("rgb\\(\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})\\s*\\)");
    private static final Pattern PICTURE = Pattern.compile("url\\(|gradient\\(");
    private static final Map<String, String> NAMES = Map.of(
            "black", "#000000", "white", "#FFFFFF", "red", "#FF0000", "green", "#008000", "blue", "#0000FF", "gray",
            "#808080", "grey", "#808080", "silver", "#C0C0C0", "navy", "#000080", "yellow", "#FFFF00");

    /** How an element within this one looks. */
    Appearance of(Element element) {
        return new Appearance(colorOf(element), groundOf(element), sizeOf(element), boldOf(element));
    }

    /** Whether the words are large in the sense of WCAG 2.2, 1.4.3: 24 pixels, or bold with 18⅔. */
    boolean isLarge() {
        return size >= 24 || (bold && size >= 56.0 / 3);
    }

    private Optional<Color> colorOf(Element element) {
        Optional<String> written = Declaration.value(element, "color");
        if (written.isPresent()) {
            return color(written.get(), color);
        }
        return element.normalName().equals("a") && element.hasAttr("href") ? Optional.of(LINK) : color;
    }

    private Optional<Color> groundOf(Element element) {
        Optional<Color> found = element.hasAttr("bgcolor") ? color(element.attr("bgcolor"), ground) : ground;
        for (Declaration declaration : Declaration.of(element)) {
            if (!declaration.property().startsWith("background")) {
                continue;
            }
            String value = declaration.value().toLowerCase(Locale.ROOT);
            if (declaration.property().equals("background-color")) {
                found = value.equals("transparent") ? ground : color(value, ground);
            } else if (declaration.property().equals("background-image") && !value.equals("none")) {
                found = Optional.empty();
            } else if (declaration.property().equals("background")) {
                found = PICTURE.matcher(value).find() ? Optional.empty() : shorthand(value);
            }
        }
        return found;
    }

    /** The colour in a {@code background} without a picture. */
    private Optional<Color> shorthand(String value) {
        for (String part : value.split("\\s+(?![^(]*\\))", -1)) {
            Optional<Color> color = color(part, Optional.empty());
            if (color.isPresent()) {
                return color;
            }
        }
        return value.matches("none|transparent|inherit|initial|unset|0.*") ? ground : Optional.empty();
    }

    private static Optional<Color> color(String written, Optional<Color> around) {
        String value = written.strip().toLowerCase(Locale.ROOT);
        if (value.equals("inherit") || value.equals("currentcolor")) {
            return around;
        }
        Matcher rgb = RGB.matcher(value);
        if (!rgb.matches()) {
            return Color.parse(NAMES.getOrDefault(value, value));
        }
        return Optional.of(new Color(part(rgb, 1), part(rgb, 2), part(rgb, 3)));
    }

    private static int part(Matcher rgb, int number) {
        return Math.min(255, Integer.parseInt(rgb.group(number)));
    }

    private double sizeOf(Element element) {
        double usual = size * SIZES.getOrDefault(element.normalName(), 1.0);
        return Declaration.value(element, "font-size")
                .map(this::pixels)
                .orElse(OptionalDouble.empty())
                .orElse(usual);
    }

    private OptionalDouble pixels(String written) {
        String value = written.strip().toLowerCase(Locale.ROOT);
        Matcher parts = SIZE.matcher(value);
        if (!parts.matches()) {
            return value.equals("0") ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        double number = Double.parseDouble(parts.group(1));
        return OptionalDouble.of(
                switch (parts.group(2)) {
                    case "pt" -> number * 4 / 3;
                    case "em" -> number * size;
                    case "rem" -> number * USUAL.size;
                    case "%" -> number / 100 * size;
                    default -> number;
                });
    }

    private boolean boldOf(Element element) {
        boolean usual = bold || BOLD.contains(element.normalName());
        return Declaration.value(element, "font-weight")
                .map(weight -> HEAVY.matcher(weight).matches())
                .orElse(usual);
    }
}
