package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The theme keeps every rule whatever it is given: all layouts, long words, both directions of writing, 200 entries. */
class RandomNewslettersTest {
    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void passesEveryRule(long seed) throws IOException {
        new RandomNewsletter(folder, seed).write();

        Run check = Run.in(folder, "check", "--offline");

        assertThat(check.err()).doesNotContain("error[", "warning[");
        assertThat(check.exit()).isEqualTo(ExitCode.DONE);
    }
}
