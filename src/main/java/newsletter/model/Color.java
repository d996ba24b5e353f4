package newsletter.model;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour in sRGB.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Color(int red, int green, int blue) {
    /** Pure white. */
    public static final Color WHITE = new Color(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final double STEP = 0.02;

    /** @throws IllegalArgumentException when a part is outside 0 to 255 */
    public Color {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException("parts of a colour are 0 to 255: " + red + ", " + green + ", " + blue);
        }
    }

    /** A colour written as {@code #RRGGBB} or {@code #RGB}; empty for anything else. */
    public static Optional<Color> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.length() == 4 ? text.substring(1).replaceAll("(.)", "$1$1") : text.substring(1);
        int rgb = Integer.parseInt(digits, 16);
        return Optional.of(new Color(rgb >> 16, rgb >> 8 & 255, rgb & 255));
    }

    /** {@code #RRGGBB}: clients of mail want six digits. */
    public String hex() {
        return "#" + HexFormat.of().withUpperCase().formatHex(new byte[] {(byte) red, (byte) green, (byte) blue});
    }

    /** The contrast ratio with another colour, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    public double contrast(Color other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    /** This colour, moved towards another in small steps until its contrast with every ground is enough. */
    public Color towards(Color goal, double contrast, Color... grounds) {
        for (double share = 0; share < 1; share += STEP) {
            Color mixed = mix(goal, share);
            if (java.util.Arrays.stream(grounds).allMatch(ground -> mixed.contrast(ground) >= contrast)) {
                return mixed;
            }
        }
        return goal;
    }

    private Color mix(Color other, double share) {
        return new Color(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Relative luminance, 0 to 1 (WCAG 2.2). */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
