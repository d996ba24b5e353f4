package newsletter.email.style;

import com.helger.css.utils.ECSSColor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.model.Color;

/**
 * Colours in the one form that every client reads: six hexadecimal digits. Old Outlooks know neither {@code rgb()} nor three digits
 * in some places. What is partly transparent stays as it is: six digits cannot say it.
 */
final class Colors {
    /** Texts and addresses, which no colour is looked for in; hexadecimal colours; functions; words. */
    private static final Pattern PARTS = Pattern.compile(
            "\"[^\"]*\"|'[^']*'|url\\([^)]*\\)|#[0-9a-zA-Z]+|(?:rgb|hsl)a?\\([^()]*\\)|(?<![-\\w.#])[a-zA-Z]+(?![-\\w(])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PURE = Pattern.compile("(?:.+-)?color");
    private static final Pattern WITH_COLORS =
            Pattern.compile("(?:.+-)?color|background(?:-image)?|border(?:-(?:top|right|bottom|left|image))?|outline"
                    + "|text-decoration|column-rule|(?:text|box)-shadow|fill|stroke");
    private static final Pattern HEX_COLOR = Pattern.compile("#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
    private static final Set<String> WORDS = Set.of(
            "transparent",
            "currentcolor",
            "inherit",
            "initial",
            "unset",
            "revert",
            "revert-layer",
            "auto",
            "none",
            "invert");
    private static final Set<String> SYSTEM = Set.of(
            "accentcolor",
            "accentcolortext",
            "activetext",
            "buttonborder",
            "buttonface",
            "buttontext",
            "canvas",
            "canvastext",
            "field",
            "fieldtext",
            "graytext",
            "highlight",
            "highlighttext",
            "linktext",
            "mark",
            "marktext",
            "visitedtext");

    private Colors() {}

    /** Whether a property takes nothing but colours. */
    static boolean isColorAlone(String property) {
        return PURE.matcher(property).matches() && !property.startsWith("--");
    }

    /** A value with its colours in six digits. */
    static String sixDigits(String property, String value) {
        if (!WITH_COLORS.matcher(property).matches()) {
            return value;
        }
        return PARTS.matcher(value).replaceAll(match -> Matcher.quoteReplacement(one(match.group())));
    }

    /** The first word of a value of colours that is none; a browser takes no notice of the whole declaration then. */
    static Optional<String> notAColor(String value) {
        if (value.contains("(")) {
            return Optional.empty();
        }
        for (String word : value.split("\\s+")) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean known = word.startsWith("#")
                    ? HEX_COLOR.matcher(word).matches()
                    : word.startsWith("-")
                            || WORDS.contains(lower)
                            || SYSTEM.contains(lower)
                            || named(lower).isPresent();
            if (!known) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static String one(String text) {
        if (text.startsWith("#")) {
            return hex(text);
        }
        return text.contains("(") ? function(text) : named(text).map(Color::hex).orElse(text);
    }

    private static Optional<Color> named(String word) {
        if (word.equalsIgnoreCase("rebeccapurple")) {
            return Optional.of(new Color(0x66, 0x33, 0x99));
        }
        ECSSColor color = ECSSColor.getFromNameCaseInsensitiveOrNull(word);
        return color == null
                ? Optional.empty()
                : Optional.of(new Color(color.getRed(), color.getGreen(), color.getBlue()));
    }

    /** {@code #RGB}, {@code #RRGGBB}, and the two with the part of transparency behind. */
    private static String hex(String text) {
        boolean isShort = text.length() == 4 || text.length() == 5;
        String opaque = isShort ? text.substring(0, 4) : text.substring(0, Math.min(7, text.length()));
        String alpha = text.substring(opaque.length());
        Optional<Color> color = Color.parse(opaque);
        if (color.isEmpty() || !HEX_COLOR.matcher(text).matches()) {
            return text;
        }
        if (alpha.isEmpty() || alpha.equalsIgnoreCase("f") || alpha.equalsIgnoreCase("ff")) {
            return color.get().hex();
        }
        int part = Integer.parseInt(alpha.length() == 1 ? alpha + alpha : alpha, 16);
        Color c = color.get();
        return "rgba(" + c.red() + "," + c.green() + "," + c.blue() + "," + fraction(part) + ")";
    }

    /** A byte as a fraction in two digits where they say the same byte, else in three. */
    private static String fraction(int part) {
        String two = String.format(Locale.ROOT, "%.2f", part / 255.0);
        boolean same = Math.round(Double.parseDouble(two) * 255) == part;
        return same ? two : String.format(Locale.ROOT, "%.3f", part / 255.0);
    }

    private static String function(String text) {
        String[] parts = text.substring(text.indexOf('(') + 1, text.length() - 1)
                .replace('/', ' ')
                .replace(',', ' ')
                .strip()
                .split("\\s+");
        boolean opaque = parts.length == 3 || parts.length == 4 && (parts[3].equals("1") || parts[3].equals("100%"));
        try {
            return opaque
                    ? color(text.toLowerCase(Locale.ROOT).startsWith("rgb"), parts)
                            .hex()
                    : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Color color(boolean rgb, String[] parts) {
        if (rgb) {
            return new Color(channel(parts[0]), channel(parts[1]), channel(parts[2]));
        }
        double hue = Double.parseDouble(parts[0].replaceFirst("deg$", ""));
        return hsl(hue, share(parts[1]), share(parts[2]));
    }

    private static int channel(String text) {
        double value = text.endsWith("%") ? share(text) * 255 : Double.parseDouble(text);
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }

    private static double share(String percent) {
        double value = Double.parseDouble(percent.replaceFirst("%$", "")) / 100;
        return Math.max(0, Math.min(1, value));
    }

    /** CSS Color Level 4, section 7.1. */
    private static Color hsl(double hue, double saturation, double lightness) {
        return new Color(
                hslChannel(0, hue, saturation, lightness),
                hslChannel(8, hue, saturation, lightness),
                hslChannel(4, hue, saturation, lightness));
    }

    private static int hslChannel(int offset, double hue, double saturation, double lightness) {
        double k = ((offset + hue / 30) % 12 + 12) % 12;
        double amplitude = saturation * Math.min(lightness, 1 - lightness);
        double value = lightness - amplitude * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        return (int) Math.round(value * 255);
    }
}
