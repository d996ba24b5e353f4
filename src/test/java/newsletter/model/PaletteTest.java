package newsletter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every accent that somebody may give, in steps of 15: readable on a light page, on a dark one, and on one made dark by force. */
class PaletteTest {
    private static final double READABLE = 4.5;
    private static final Color PANEL = new Color(0xF4, 0xF6, 0xF8);
    private static final Color NIGHT = new Color(0x14, 0x18, 0x1D);
    private static final Color NIGHT_PANEL = new Color(0x1D, 0x23, 0x2A);

    @Test
    void isReadableOnALightPage() {
        assertThat(worst(shades -> shades.text().contrast(Color.WHITE))).isGreaterThanOrEqualTo(READABLE);
        assertThat(worst(shades -> shades.text().contrast(PANEL))).isGreaterThanOrEqualTo(READABLE);
        assertThat(worst(shades -> shades.onAccent().contrast(shades.accent()))).isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void isReadableOnADarkPage() {
        assertThat(worst(shades -> shades.dark().contrast(NIGHT))).isGreaterThanOrEqualTo(READABLE);
        assertThat(worst(shades -> shades.dark().contrast(NIGHT_PANEL))).isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void isReadableWhereAClientInvertsTheLightness() {
        assertThat(worst(shades -> inverted(shades.text(), Color.WHITE))).isGreaterThanOrEqualTo(READABLE);
        assertThat(worst(shades -> inverted(shades.text(), PANEL))).isGreaterThanOrEqualTo(READABLE);
        assertThat(worst(shades -> inverted(shades.onAccent(), shades.accent())))
                .isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void keepsAColourThatCanBeRead() {
        Color blue = new Color(0x00, 0x44, 0x94);

        assertThat(Palette.of(blue).accent()).isEqualTo(blue);
        assertThat(Palette.of(blue).text()).isEqualTo(blue);
    }

    private static double worst(ToDoubleFunction<Palette> contrast) {
        return accents().map(Palette::of).mapToDouble(contrast).min().orElseThrow();
    }

    private static Stream<Color> accents() {
        return IntStream.range(0, 18 * 18 * 18)
                .mapToObj(rank -> new Color(rank % 18 * 15, rank / 18 % 18 * 15, rank / (18 * 18) * 15));
    }

    private static double inverted(Color text, Color ground) {
        return InvertedLightness.of(text).contrast(InvertedLightness.of(ground));
    }
}
