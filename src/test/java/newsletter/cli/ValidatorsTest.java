package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import newsletter.browser.Chromium;
import newsletter.browser.Chromium.Scheme;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's pages before judges that we did not write: the validator of HTML, and axe in Chromium. */
class ValidatorsTest {
    private static final List<String> ISSUES = List.of("2017-11", "2018-03", "2018-09");
    private static final String STYLED = "styled.html";
    private static final String BARE = "bare.html";
    private static final int PHONE = 320;
    private static final int WIDE = 1000;

    /** Of the frames: longer than any page, so that nothing has to be scrolled to be seen. */
    private static final int HEIGHT = 14_000;

    /** What is no HTML and has to be there: Outlook scales by the one, and hides the preheader by the other. */
    private static final String FOR_OUTLOOK =
            "Attribute .xmlns:o. not allowed here\\.|CSS: .mso-hide.: Property .mso-hide. doesn't exist\\.";

    @TempDir
    private static Path temp;

    @BeforeAll
    static void build() throws IOException {
        Example.copyTo(temp);
        Run run = Run.in(temp, "build", "2017-11", "2018-03", "2018-09");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        copy("axe.min.js");
        copy("browser/judge.js");
        for (String issue : ISSUES) {
            Path folder = temp.resolve("out").resolve(issue);
            Document page = Jsoup.parse(Files.readString(folder.resolve("index.html")));
            page.outputSettings().prettyPrint(false);
            page.head().appendElement("script").attr("src", "../../axe.min.js");
            Files.writeString(folder.resolve(STYLED), page.outerHtml());
            page.select("style").remove();
            Files.writeString(folder.resolve(BARE), page.outerHtml());
        }
    }

    private static void copy(String resource) throws IOException {
        try (InputStream in = ValidatorsTest.class.getResourceAsStream("/" + resource)) {
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            Files.copy(Objects.requireNonNull(in, resource), temp.resolve(name));
        }
    }

    @Test
    void areValidHtml() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target/validator").toAbsolutePath() + "/*",
                "nu.validator.client.SimpleCommandLineValidator",
                "--errors-only",
                "--filterpattern",
                FOR_OUTLOOK));
        ISSUES.forEach(issue ->
                command.add(temp.resolve("out/" + issue + "/index.html").toString()));
        Path said = temp.resolve("validator.txt");

        Process validator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(validator.waitFor()).as(Files.readString(said)).isZero();
        assertThat(said).isEmptyFile();
    }

    @Test
    void areAccessibleInTheLightOnAPhoneAndWithoutStyles() throws IOException {
        assertThat(judge(Scheme.LIGHT, axe(STYLED, WIDE), axe(STYLED, PHONE), axe(BARE, WIDE)))
                .isEqualTo("done");
    }

    @Test
    void areAccessibleInTheDark() throws IOException {
        assertThat(judge(Scheme.DARK, axe(STYLED, WIDE), axe(STYLED, PHONE))).isEqualTo("done");
    }

    @Test
    void fitIntoEveryWidth() throws IOException {
        List<String> frames = new ArrayList<>();
        IntStream.rangeClosed(PHONE / 20, 40)
                .map(step -> step * 20)
                .forEach(width -> ISSUES.forEach(issue -> frames.add(frame(issue, STYLED, width, ""))));

        assertThat(judge(Scheme.LIGHT, frames)).isEqualTo("done");
    }

    private static List<String> axe(String page, int width) {
        return ISSUES.stream()
                .map(issue -> frame(issue, page, width, " data-axe=\"yes\""))
                .toList();
    }

    private static String frame(String issue, String page, int width, String attributes) {
        return "<iframe src=\"out/%s/%s\" data-name=\"%s %s at %d\" width=\"%d\" height=\"%d\" style=\"border: 0\"%s></iframe>\n"
                .formatted(issue, page, issue, page, width, width, HEIGHT, attributes);
    }

    @SafeVarargs
    private static String judge(Scheme scheme, List<String>... frames) throws IOException {
        Document harness = Document.createShell("");
        harness.title("Pages");
        harness.body().appendElement("pre").id("result");
        for (List<String> group : frames) {
            group.forEach(harness.body()::append);
        }
        harness.body().appendElement("script").attr("src", "judge.js");
        Path page = temp.resolve("judge-" + scheme + frames.length + ".html");
        Files.writeString(page, "<!DOCTYPE html>\n" + harness.outerHtml(), StandardCharsets.UTF_8);
        return Jsoup.parse(Chromium.orSkip().dom(page, scheme))
                .expectFirst("#result")
                .wholeText();
    }
}
