package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import newsletter.cli.ExitCode;
import newsletter.robustness.Newsletter.Run;

/** What holds of every build: it ends in a page or in findings, and each finding points at something in the newsletter. */
final class Places {
    private static final String BUILT_IN = "built-in templates/";

    private Places() {}

    /** Builds, and checks that. */
    static Run build(Newsletter newsletter) {
        Run run = newsletter.run("build", "--format", "json");
        assertThat(run.exit()).as(run.err()).isIn(ExitCode.DONE, ExitCode.FINDINGS);
        assertThat(run.err()).isEmpty();
        JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
        for (JsonElement finding : report.getAsJsonArray("findings")) {
            assertPointsInto(newsletter.folder(), finding.getAsJsonObject());
        }
        assertThat(report.getAsJsonArray("issues").isEmpty()).isEqualTo(run.exit() != ExitCode.DONE);
        return run;
    }

    private static void assertPointsInto(Path folder, JsonObject finding) {
        String path = finding.get("path").getAsString();
        int line = finding.get("line").getAsInt();
        int column = finding.get("column").getAsInt();
        if (path.startsWith(BUILT_IN) || Files.isDirectory(folder.resolve(path))) {
            return;
        }
        assertThat(folder.resolve(path)).exists();
        String[] lines =
                new String(Newsletter.bytes(folder.resolve(path)), StandardCharsets.UTF_8).split("\r\n|\r|\n", -1);
        assertThat(line).as("line of %s", finding).isBetween(1, lines.length);
        assertThat(column)
                .as("column of %s", finding)
                .isBetween(1, lines[line - 1].codePointCount(0, lines[line - 1].length()) + 1);
    }
}
