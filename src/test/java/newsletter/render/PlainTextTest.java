package newsletter.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @Test
    void fillsLinesAsFarAsTheyGo() {
        String words = IntStream.range(0, 40).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

        String[] lines = PlainText.wrap(words, 3).split("\n", -1);

        assertThat(lines).allMatch(line -> line.startsWith("   w") && line.length() <= PlainText.WIDTH);
        for (int i = 0; i + 1 < lines.length; i++) {
            String next = lines[i + 1].strip().split(" ", -1)[0];
            assertThat(lines[i].length() + 1 + next.length()).as(lines[i]).isGreaterThan(PlainText.WIDTH);
        }
        assertThat(Arrays.stream(lines).map(String::strip).collect(Collectors.joining(" ")))
                .isEqualTo(words);
    }

    @Test
    void countsCharactersAndNotTheUnitsThatTheyTake() {
        String eight = "\uD83D\uDCF0".repeat(8);
        String eightTimes = String.join(" ", Collections.nCopies(8, eight));

        assertThat(PlainText.wrap(eightTimes, 0)).isEqualTo(eightTimes);
        assertThat(PlainText.wrap(eightTimes, 2)).contains("\n");
    }

    @Test
    void leavesALongWordWhole() {
        String address = "https://example.org/" + "a".repeat(100);

        assertThat(PlainText.wrap("See " + address + " now", 0)).isEqualTo("See\n" + address + "\nnow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            $$one  $\ttwo \u00A0$$ $$$three|one$\ttwo$$three$
            one$$two$|one$$two$
            one$$  |one$
            """)
    void tidiesBlanksAndEmptyLines(String text, String tidy) {
        assertThat(PlainText.tidy(text.replace('$', '\n'))).isEqualTo(tidy.replace('$', '\n'));
    }
}
