package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsletter.finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an editor is told about each mistake: {@code problems/CASE/} is a workspace with one in it, {@code expected.txt} what
 * stands on stderr, then on stdout, then the exit code.
 */
class ProblemsTest {
    /** Codes that no small newsletter in git can bring about, with the test that does and the reason. */
    private static final Map<Code, Elsewhere> WITHOUT_CASE = Map.ofEntries(
            elsewhere(Code.UNREADABLE, "cli/BuildTest", "git keeps no permissions, and not every machine has links"),
            elsewhere(Code.TOO_LARGE, "robustness/StrangeBytesTest", "it takes a file of half a megabyte"),
            elsewhere(Code.AND_MORE, "robustness/StrangeBytesTest", "it takes more than a hundred mistakes"),
            elsewhere(Code.LINK_MOVED, "cli/CheckLinksTest", "it takes a network"),
            elsewhere(Code.LINK_MEMORY, "cli/CheckLinksTest", "it takes a file that git leaves out"),
            elsewhere(Code.BAD_KEY, "send/SigningTest", "what signs is only asked for where messages are sent"),
            elsewhere(Code.PICTURE_HEAVY, "email/picture/PicturesTest", "it takes a large picture"),
            elsewhere(Code.PICTURES_HEAVY, "email/picture/PicturesTest", "it takes many large pictures"),
            elsewhere(Code.MISPLACED_STYLE, "check/EmailRulesTest", "the build moves styles to the head"),
            elsewhere(Code.NESTED_AT_RULE, "check/EmailRulesTest", "the build leaves such rules out"),
            elsewhere(Code.LARGE_STYLE, "check/EmailRulesTest", "the build says it as css-too-large"));

    /** @param test the file of the test that brings a code about, without its ending */
    private record Elsewhere(String test, String reason) {}

    private static Map.Entry<Code, Elsewhere> elsewhere(Code code, String test, String reason) {
        return Map.entry(code, new Elsewhere(test, reason));
    }

    private static final Pattern CLASS =
            Pattern.compile("\\b(?:[a-z]+\\.){2,}[A-Z]\\w+|\\w+Exception|\\(wrapper|\\tat ");

    @TempDir
    private Path temp;

    static List<Case> cases() throws IOException {
        return Case.all("problems");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongWhereAndWhatToDo(Case problem) throws IOException {
        Run run = Run.in(problem.copyTo(temp), problem.command());

        problem.expect("expected.txt", report(run));
        if (run.exit() == ExitCode.FINDINGS) {
            assertThat(temp.resolve("out")).doesNotExist();
        }
    }

    /** Sizes change with the theme, which is not what these cases are about. */
    private static String report(Run run) {
        return run.err() + run.out().replaceAll("\\d+ KB", "… KB") + "exit "
                + run.exit().status() + "\n";
    }

    @Test
    void everyCodeHasACase() throws IOException {
        Set<Code> covered = EnumSet.noneOf(Code.class);
        for (Case problem : cases()) {
            String expected = problem.expected("expected.txt");
            Arrays.stream(Code.values())
                    .filter(code -> expected.contains("[" + code.id() + "]: "))
                    .forEach(covered::add);
        }

        Set<Code> missing = EnumSet.complementOf(EnumSet.copyOf(covered));
        assertThat(missing.stream().map(Code::id).collect(Collectors.toSet()))
                .as("codes without a case in problems/")
                .isEqualTo(WITHOUT_CASE.keySet().stream().map(Code::id).collect(Collectors.toSet()));
    }

    @Test
    void whatHasNoCaseIsTestedElsewhere() throws IOException {
        for (Map.Entry<Code, Elsewhere> code : WITHOUT_CASE.entrySet()) {
            Elsewhere elsewhere = code.getValue();
            assertThat(Files.readString(Path.of("src/test/java/newsletter", elsewhere.test() + ".java")))
                    .as(elsewhere.reason())
                    .contains(code.getKey().id());
        }
    }

    @Test
    void noReportNamesAClassOrTraces() throws IOException {
        for (Case problem : cases()) {
            assertThat(problem.expected("expected.txt").lines().filter(line -> !line.contains(" | ")))
                    .as(problem.toString())
                    .noneMatch(CLASS.asPredicate());
        }
    }
}
