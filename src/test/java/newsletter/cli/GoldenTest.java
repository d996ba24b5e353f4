package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What issues come out as: {@code golden/CASE/} is a workspace, {@code expected/} in it the page and its twin, byte for byte. */
class GoldenTest {
    @TempDir
    private Path temp;

    static List<Case> cases() throws IOException {
        return Case.all("golden");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesThePageAndItsTwin(Case golden) throws IOException {
        Run run = Run.in(golden.copyTo(temp), "build", "2018-09");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        for (String file : List.of("index.html", "newsletter.txt")) {
            golden.expect(
                    "expected/" + file,
                    Files.readString(temp.resolve("out/2018-09").resolve(file)));
        }
    }
}
