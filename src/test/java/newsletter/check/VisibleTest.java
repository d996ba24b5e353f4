package newsletter.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Texts are read by hand as regular expressions of Unicode's classes read them. */
class VisibleTest {
    private static final String[] BLANKS = {" ", "\n", "\t", "\u00A0", "\u2003", "\u000B", "\u001C"};

    private final Random random = new Random(1);

    @Test
    void plainHasWordsAlone() {
        for (int i = 0; i < 2_000; i++) {
            String text = text();
            assertThat(Visible.plain(text))
                    .isEqualTo(text.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                            .strip());
        }
    }

    @Test
    void textHasSingleBlanks() {
        for (int i = 0; i < 2_000; i++) {
            String text = text();
            Element element = new Element("span").appendChild(new TextNode(text));
            assertThat(Visible.text(element))
                    .isEqualTo(text.replaceAll("[\\s\\u00A0]+", " ").strip());
        }
    }

    private String text() {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(kind -> switch (kind) {
                    case 0 -> BLANKS[random.nextInt(BLANKS.length)];
                    case 1 -> Character.toString(random.nextInt(0x2FF));
                    case 2 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT));
                    default -> "e\u0301";
                })
                .collect(Collectors.joining());
    }
}
