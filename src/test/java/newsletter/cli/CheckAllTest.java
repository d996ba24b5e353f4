package newsletter.cli;

import static newsletter.web.Answers.page;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import newsletter.web.PretendInternet;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code newsletter check --all}. */
class CheckAllTest {
    @TempDir
    private Path temp;

    /** The first line of each finding. */
    private static List<String> heads(Run run) {
        return run.err().lines().filter(line -> line.matches("\\S+: \\w+\\[.*")).toList();
    }

    @Test
    void findsWhatAChecksOfEachIssueFind() throws IOException {
        Example.copyTo(temp);
        BuildRun.write(
                temp,
                "issues/2018-10.yaml",
                "title: October\ndate: 2018-10-01\nintro: Read it [here](https://example.org/).\n");
        BuildRun.write(temp, "issues/2018-11.yaml", "title: November\ndate: 2018-11-05\nsections: []\n");
        TreeSet<String> expected = new TreeSet<>();
        for (String issue : List.of("2017-11", "2018-03", "2018-09", "2018-10", "2018-11")) {
            expected.addAll(heads(Run.in(temp, "check", "--offline", issue)));
        }

        Run all = Run.in(temp, "check", "--offline", "--all");

        assertThat(heads(all)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(String.join("\n", expected)).contains("[generic-link]", "[empty-issue]");
        assertThat(all.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(all.out())
                .startsWith("2017-11, 2018-03, 2018-09, 2018-10, 2018-11: ")
                .contains(" not asked");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void asksALinkOfSeveralIssuesOnce() throws IOException {
        BuildRun.write(
                temp, "newsletter.yaml", "name: Courier\naddress: Brussels\nwebsite: https://safe.example.org/home\n");
        for (int month = 1; month <= 6; month++) {
            BuildRun.write(temp, "issues/2018-0%d.yaml".formatted(month), """
                    title: Of month %d
                    date: 2018-0%d-01
                    intro: See the [programme](https://safe.example.org/gone).
                    sections: [{heading: Words, text: Some}]
                    """.formatted(month, month));
        }
        try (PretendInternet internet = new PretendInternet()) {
            PretendServer server = internet.safeHost();
            server.on("/home", page("<p>Home")).on("/gone", status(404));

            Run run = Run.on(internet, temp, "check", "--all", "--format", "json");

            assertThat(server.requests().stream().filter(request -> request.endsWith("/home")))
                    .hasSize(1);
            JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
            JsonArray issues = report.getAsJsonArray("issues");
            assertThat(issues).hasSize(6);
            assertThat(issues.get(0).getAsJsonObject().get("id").getAsString()).isEqualTo("2018-01");
            assertThat(report.getAsJsonArray("links")).hasSize(2);
            assertThat(run.out()).contains("; also at issues/2018-02.yaml:3:").contains("and 2 more");
        }
        assertThat(Run.in(temp, "check", "--all", "--offline").out()).startsWith("6 issues: ");
    }

    @Test
    void anIssueWithoutAWholePageKeepsNoOtherFromBeingLookedAt() throws IOException {
        Example.copyTo(temp);
        BuildRun.write(
                temp,
                "issues/2018-10.yaml",
                "title: October\ndate: 2018-10-01\nsections: [{heading: Calls, select: call, layout: lst}]\n");

        Run run = Run.in(temp, "check", "--offline", "--all");

        assertThat(heads(run)).anyMatch(head -> head.contains("[unknown-layout]"));
        assertThat(run.out()).startsWith("2017-11, 2018-03, 2018-09: ").contains(" links: ");
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void takesNoNames() throws IOException {
        Example.copyTo(temp);

        Run run = Run.in(temp, "check", "--all", "2018-09");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'--all' checks every issue: leave out '2018-09'");
    }
}
