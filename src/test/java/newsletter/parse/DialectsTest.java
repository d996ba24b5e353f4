package newsletter.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a parser with fewer extensions reads a text as the one with all of them. */
class DialectsTest {
    private static final int TEXTS = 10_000;
    private static final int LONGEST = 14;
    private static final String[] PIECES = {
        "word",
        " ",
        "\n",
        "\n\n",
        "[",
        "]",
        "(",
        ")",
        "[a](https://one.example.org/)",
        "](https://two.example.org)",
        "https://three.example.org/x",
        "www.four.example.org",
        "a@five.example.org",
        "http:\\/\\/six.example.org",
        "a&#64;seven.example.org",
        "https&colon;//eight.example.org",
        "`",
        "<",
        ">",
        "\\",
        "*",
        "**",
        "_",
        "~~",
        "!",
        "|",
        "a | b\n--- | ---\n",
        "- ",
        "# ",
        "> ",
        "    ",
        "[x]: https://nine.example.org\n",
        "[x]",
        "'",
        "\"",
        "--",
        ":",
        "//"
    };

    private final Dialects dialects = new Dialects(Typography.of(Locale.ENGLISH));
    private final Parser whole = dialects.parserFor("| www.");

    @Test
    void readsRandomTextsAsWithAllExtensions() {
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            String text = Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
                    .limit(1 + random.nextInt(LONGEST))
                    .collect(Collectors.joining());

            assertThat(tree(dialects.parserFor(text), text)).as(text).isEqualTo(tree(whole, text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Words.", "See [the call](https://example.org/call).", "- one\n- [two](http://example.org/2)"})
    void looksForNoTablesAndAddressesWhereNoneAre(String text) {
        assertThat(dialects.parserFor(text)).isSameAs(dialects.parserFor("")).isNotSameAs(whole);
    }

    private static String tree(Parser parser, String text) {
        StringBuilder tree = new StringBuilder();
        add(parser.parse(text), 0, tree);
        return tree.toString();
    }

    private static void add(Node node, int depth, StringBuilder tree) {
        tree.append(" ".repeat(depth))
                .append(node.getClass().getSimpleName())
                .append(' ')
                .append(node.getChars())
                .append('\n');
        node.getChildren().forEach(child -> add(child, depth + 1, tree));
    }
}
