package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newsletter.cli.ExitCode;
import newsletter.robustness.Newsletter.Run;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is made to be slow, deep or strange ends in a page or in findings, and soon. */
class PathologicalTest {
    /**
     * How much work a build may be. In processor time, which depends less on what else the machine does; twice the two seconds
     * that a build may take by the clock, as the compiler's and the collector's work counts too.
     */
    private static final Duration MOST_WORK = Duration.ofSeconds(4);

    /** The other work in this process (collector, compiler) counts too, so a build gets another chance. */
    private static final int CHANCES = 3;

    private static final int LONGEST_TEXT = 99_000;
    private static final int LARGEST_FILE = 490_000;

    private static final Duration HANGING = Duration.ofSeconds(30);

    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void markdownEndsSoonInAPageOrInFindings(String name, String text) {
        endsSoonInAPageOrInFindings(Newsletter.small(temp).write("content/news/n.md", Newsletter.story(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void yamlEndsSoonInAPageOrInFindings(String name, String text) {
        endsSoonInAPageOrInFindings(Newsletter.small(temp).write("content/calls/c.yaml", text));
    }

    private static void endsSoonInAPageOrInFindings(Newsletter newsletter) {
        Duration work = MOST_WORK;
        for (int chance = 0; chance < CHANCES && work.compareTo(MOST_WORK) >= 0; chance++) {
            long before = processorNanos();
            Run run = assertTimeoutPreemptively(HANGING, () -> newsletter.run("build"));
            work = Duration.ofNanos(processorNanos() - before);
            assertThat(run.exit()).as(run.err()).isIn(ExitCode.DONE, ExitCode.FINDINGS);
        }
        assertThat(work).isLessThan(MOST_WORK);
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static Stream<Arguments> markdownEndsSoonInAPageOrInFindings() {
        Map<String, String> texts = new LinkedHashMap<>();
        Stream.of(
                        "[",
                        "![",
                        "[a](",
                        "<",
                        "<a href=\"",
                        "<a href=\"https://x.org\">",
                        "> ",
                        "1. ",
                        "> - 1. ",
                        "*",
                        "*a **b ",
                        "``a` ",
                        "~~a ",
                        "\"'",
                        "--",
                        "\\",
                        "&amp;",
                        "|",
                        "<b>",
                        "<i><b>",
                        "<div>",
                        "<table><tr><td>",
                        "www.",
                        "https://a.example/",
                        "[a]: b\n",
                        "[a][b] ",
                        "- a\n",
                        "\u202E")
                .forEach(mark -> texts.put(mark.strip() + " repeated", repeated(mark, LONGEST_TEXT)));
        texts.put("brackets around", nested("[", "](a)", 20_000));
        texts.put("emphasis around", nested("**a *", "* b**", 10_000));
        texts.put("HTML around", "<div>\n" + nested("<b><i>", "</i></b>", 10_000) + "\n</div>");
        texts.put("a link of 5,001 characters in angle brackets", "<https://" + "a".repeat(5_001) + ">");
        texts.put("a link target of 90,000 characters", "[x](<https://a.example/" + "a".repeat(90_000) + ">)");
        texts.put(
                "an attribute of 90,000 characters", "<a href=\"https://a.example/" + "a".repeat(90_000) + "\">x</a>");
        texts.put("a line of 1 MB", "word ".repeat(200_000));
        texts.put("a word of 90,000 characters", "a".repeat(90_000));
        texts.put("blanks within a line", "a" + " ".repeat(90_000) + "b");
        texts.put("runs of backticks", growing(600, n -> "`".repeat(n) + " "));
        texts.put("lists like stairs", growing(500, n -> "  ".repeat(n) + "- a\n"));
        texts.put("quotations like stairs", growing(500, n -> ">".repeat(n) + " a\n\n"));
        texts.put("a table of 9,000 columns", row("a", 9_000) + row("-", 9_000) + row("b", 9_000));
        texts.put(
                "a table of 90,000 cells",
                row("a", 300) + row("-", 300) + row("b", 300).repeat(300));
        texts.put("a table with cells missing", row("a", 2_000) + row("-", 2_000) + "|b\n".repeat(40_000));
        texts.put("references", growing(9_000, n -> "[r" + n + "]: u\n\n[r" + n + "] "));
        return arguments(texts);
    }

    static Stream<Arguments> yamlEndsSoonInAPageOrInFindings() {
        Map<String, String> texts = new LinkedHashMap<>();
        Stream.of(
                        "[",
                        "{a: ",
                        "- ",
                        "? ",
                        "'",
                        "\"",
                        "&a ",
                        "!!a ",
                        "a: b\n",
                        "- a\n",
                        "---\n",
                        "%YAML 1.1\n",
                        "<<: a\n",
                        "\t",
                        "|\n",
                        "a",
                        "a: &a\n",
                        "- {title: a}\n",
                        "- &a x\n- *a\n",
                        "# a\n")
                .forEach(mark -> texts.put(mark.strip() + " repeated", repeated(mark, LARGEST_FILE)));
        texts.put("lists around", nested("[", "]", 200_000));
        texts.put(
                "a billion laughs",
                growing(12, n -> "- &a" + n + " [" + "*a".concat(n - 1 + ", ").repeat(9) + "x]\n")
                        .replace("*a0, ", "lol, "));
        texts.put("a list that contains itself", "- &a [*a]\n");
        texts.put("a group that contains itself", "title: &a {b: *a}\n");
        texts.put("a group that is its own key", "&a {*a : b}\n");
        texts.put("an alias to nothing", "title: *a\n");
        texts.put("anchors that nothing refers to", growing(20_000, n -> "- &a" + n + " x\n"));
        texts.put("18,000 values in a line", "- [" + "a , ".repeat(18_000) + "]\n");
        texts.put("18,000 quoted values in a line", "- [" + "\"a\", ".repeat(18_000) + "]\n");
        texts.put("blanks before a comment", "title: [a" + " ".repeat(450_000) + "#b\n");
        texts.put("40,000 keys", growing(40_000, n -> "k" + n + ": v\n"));
        texts.put("one key 70,000 times", "k: v\n".repeat(70_000));
        texts.put("70,000 entries without a title", "- {}\n".repeat(70_000));
        texts.put("a value of 450 KB", "title: \"" + "word ".repeat(90_000) + "\"\n");
        texts.put("a folded value of 450 KB", "title: >\n" + "  word\n".repeat(60_000));
        texts.put("a text of 450 KB", "title: T\ndeadline: 2018-10-01\ntext: |\n" + "  word\n".repeat(60_000));
        texts.put("several documents", "title: a\n---\ntitle: b\n");
        texts.put("a directive", "%YAML 1.2\n---\ntitle: a\n");
        texts.put("a directive of the future", "%YAML 9.9\n---\ntitle: a\n");
        texts.put("a class of Java", "!!javax.script.ScriptEngineManager [!!java.net.URL [\"https://x.example/\"]]\n");
        texts.put("binary", "title: !!binary aGk=\ndeadline: !!timestamp 2018-10-01\n");
        texts.put("a set", "? a\n? b\n");
        texts.put("a key that is a list", "[a, b]: c\n");
        return arguments(texts);
    }

    private static Stream<Arguments> arguments(Map<String, String> texts) {
        return texts.entrySet().stream().map(text -> Arguments.of(text.getKey(), text.getValue()));
    }

    private static String repeated(String mark, int length) {
        return mark.repeat(length / mark.getBytes(StandardCharsets.UTF_8).length);
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "x" + close.repeat(depth);
    }

    private static String growing(int most, IntFunction<String> part) {
        return IntStream.rangeClosed(1, most).mapToObj(part).collect(Collectors.joining());
    }

    private static String row(String cell, int columns) {
        return "|" + (cell + "|").repeat(columns) + "\n";
    }
}
