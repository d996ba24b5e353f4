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
        for (String word : value.split("\\s+", -1)) {
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
        return text.contains("(")
                ? ColorFunction.sixDigits(text)
                : named(text).map(Color::hex).orElse(text);
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
    private static double fraction(int part) {
        double two = Math.round(part * 100 / 255.0) / 100.0;
        return Math.round(two * 255) == part ? two : Math.round(part * 1000 / 255.0) / 1000.0;
    }
}
