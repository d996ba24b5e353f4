package newsletter.model;

/**
 * The publication's one colour in the shades that a page needs, readable whatever colour was given (WCAG 2.2, 1.4.3): on a light
 * page, on a dark one, and where a mail program turns a light page dark by itself.
 *
 * @param accent for areas; white or black can be read on it
 */
public record Palette(Color accent) {
    private static final double READABLE = 4.5;
    /** From here on white text is nearly readable, and black text no longer is once a client has inverted the lightness. */
    private static final double NEARLY_READABLE = 4.2;

    private static final Color BLACK = new Color(0, 0, 0);
    private static final Color PANEL = new Color(0xF4, 0xF6, 0xF8);
    private static final Color NIGHT = new Color(0x14, 0x18, 0x1D);
    private static final Color NIGHT_PANEL = new Color(0x1D, 0x23, 0x2A);

    /** The shades of the colour that was given; one on which white is nearly readable is darkened until it is. */
    public static Palette of(Color given) {
        double contrast = given.contrast(Color.WHITE);
        boolean between = contrast >= NEARLY_READABLE && contrast < READABLE;
        return new Palette(between ? given.towards(BLACK, READABLE, Color.WHITE) : given);
    }

    /** Text on the accent. */
    public Color onAccent() {
        return accent.contrast(Color.WHITE) >= READABLE ? Color.WHITE : BLACK;
    }

    /** The accent as text on a light page. */
    public Color text() {
        return accent.towards(BLACK, READABLE, Color.WHITE, PANEL);
    }

    /** The accent as text on a dark page. */
    public Color dark() {
        return accent.towards(Color.WHITE, READABLE, NIGHT, NIGHT_PANEL);
    }

    /** The custom properties that stand in front of the style sheet. */
    public String declarations() {
        return ":root { --accent: " + accent.hex() + "; --on-accent: "
                + onAccent().hex() + "; --accent-text: " + text().hex() + "; --accent-dark: " + dark().hex() + "; }\n";
    }
}
