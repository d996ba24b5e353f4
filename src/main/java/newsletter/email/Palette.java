package newsletter.email;

import newsletter.finding.Source;
import newsletter.model.Color;

/** The publication's one colour in the shades that the style sheet needs, readable whatever colour was given (WCAG 2.2, 1.4.3). */
record Palette(Color accent) {
    private static final double READABLE = 4.5;
    private static final Color INK = new Color(0x1F, 0x29, 0x33);
    private static final Color BLACK = new Color(0, 0, 0);
    private static final Color PANEL = new Color(0xF4, 0xF6, 0xF8);
    private static final Color NIGHT = new Color(0x14, 0x18, 0x1D);
    private static final Color NIGHT_PANEL = new Color(0x1D, 0x23, 0x2A);

    /** Text on the accent: white where it can be read, else near black. */
    Color onAccent() {
        if (accent.contrast(Color.WHITE) >= READABLE) {
            return Color.WHITE;
        }
        return accent.contrast(INK) >= READABLE ? INK : BLACK;
    }

    /** The accent as text on a light page. */
    Color text() {
        return accent.towards(BLACK, READABLE, Color.WHITE, PANEL);
    }

    /** The accent as text on a dark page. */
    Color dark() {
        return accent.towards(Color.WHITE, READABLE, NIGHT, NIGHT_PANEL);
    }

    /** The declarations that stand in front of the style sheet. */
    Source declarations() {
        return new Source(
                "newsletter.yaml",
                ":root { --accent: %s; --on-accent: %s; --accent-text: %s; --accent-dark: %s; }\n"
                        .formatted(accent.hex(), onAccent().hex(), text().hex(), dark().hex()));
    }
}
