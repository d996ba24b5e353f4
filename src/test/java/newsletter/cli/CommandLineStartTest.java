package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a command line costs before the command begins. */
class CommandLineStartTest {
    /** Java makes a proxy for each annotation that is read: most of what picocli's own cost. */
    @Test
    @Timeout(60)
    void picocliReadsNoAnnotation() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "newsletter.cli.Main",
                        "--help")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("newsletter.cli.DeliveriesCommand", "Commands:")
                .doesNotContain(".$Proxy");
    }
}
