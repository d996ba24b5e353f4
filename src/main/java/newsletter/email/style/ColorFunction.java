package newsletter.email.style;

import java.util.Locale;
import java.util.Set;
import newsletter.model.Color;

/** {@code rgb(…)} and {@code hsl(…)}, with commas or without (CSS Color Level 4, sections 5.1 and 7). */
final class ColorFunction {
    private ColorFunction() {}

    /** The colour in six digits; the text as it is where it is partly transparent, or not understood. */
    static String sixDigits(String text) {
        String[] parts = text.substring(text.indexOf('(') + 1, text.length() - 1)
                .replace('/', ' ')
                .replace(',', ' ')
                .strip()
                .split("\\s+", -1);
        boolean opaque =
                parts.length == 3 || (parts.length == 4 && Set.of("1", "100%").contains(parts[3]));
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
