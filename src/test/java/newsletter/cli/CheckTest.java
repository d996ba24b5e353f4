package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code newsletter check} as an editor sees it. */
class CheckTest {
    /** In the template with ten mistakes, by the place of each. */
    private static final List<String> TEN_MISTAKES = List.of(
            "templates/index.ftlh:5:1: error[no-viewport]",
            "templates/index.ftlh:16:1: error[no-language]",
            "templates/index.ftlh:17:14: error[table-role]",
            "templates/index.ftlh:17:37: error[outlook-nesting]",
            "templates/index.ftlh:21:28: error[unsafe-style]",
            "templates/index.ftlh:22:1: error[heading-order]",
            "templates/index.ftlh:24:66: error[missing-alt]",
            "templates/index.ftlh:25:43: error[low-contrast]",
            "templates/index.ftlh:29:27: warning[no-link-color]",
            "templates/index.ftlh:31:4: error[broken-anchor]");

    @TempDir
    private Path temp;

    private Run run(String... arguments) {
        return Run.in(temp, arguments);
    }

    private void write(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A publication whose own template keeps every rule. */
    private void writeGoodNewsletter() throws IOException {
        write("newsletter.yaml", """
                name: Courier
                url: https://news.example.org/
                address: Example Street 1, 1000 Brussels
                sender: {name: Courier, email: news@example.org}
                lists: {members: {to: news@lists.example.org, unsubscribe: "https://lists.example.org/leave"}}
                sections:
                  - {heading: News, select: news}
                """);
        write("issues/2018-09.yaml", """
                title: September
                date: 2018-09-03
                preheader: Two clusters sign, and three calls are open
                """);
        write("content/news/korea.md", """
                ---
                title: A new agreement with Korea
                date: 2018-09-01
                url: https://example.org/korea
                image: korea.png
                alt: Two delegates sign
                ---
                The clusters of two continents have signed an arrangement on how they will work together, in health, in
                energy and in mobility, and they have agreed on a plan for the first two years, with meetings in both
                places and a common fund for small firms that want to find partners abroad and do not know yet whom to
                ask about it. They will meet again in Vienna, in November, to say how far they have come with it all.
                """);
        write("templates/index.ftlh", resource("good.ftlh"));
        writePicture("content/news/korea.png");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CheckTest.class.getResourceAsStream("check/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void writePicture(String name) throws IOException {
        ImageIO.write(
                new BufferedImage(1072, 600, BufferedImage.TYPE_INT_RGB),
                "png",
                temp.resolve(name).toFile());
    }

    private void change(String name, String old, String fresh) throws IOException {
        String text = Files.readString(temp.resolve(name));
        assertThat(text).contains(old);
        write(name, text.replace(old, fresh));
    }

    private static List<String> heads(String report) {
        return report.lines()
                .filter(line -> line.matches("\\S.*: (error|warning|note)\\[.*"))
                .map(line -> line.substring(0, line.indexOf(']') + 1))
                .toList();
    }

    private void plantTenMistakes() throws IOException {
        String template = "templates/index.ftlh";
        change(template, "width=device-width, ", "");
        change(template, "dir=\"${publication.dir}\" style=\"display", "style=\"display");
        change(template, "<table role=\"presentation\" width", "<table width");
        change(template, "<h2 id", "<h4 id");
        change(template, "<p class=\"contents\">", "<p class=\"contents\" style=\"float: left\">");
        change(template, " alt=\"${entry.image.alt}\"", "");
        change(template, "style=\"color: #595959\">View", ">View");
        change(template, "color: #222222\">${entry.title}", "color: #BBBBBB\">${entry.title}");
        change(
                template,
                ">${publication.name} ·",
                "><a href=\"#top\" style=\"color: #004494\">${publication.name}</a> ·");
        change(template, "</td></tr></table>", "</tr></table>");
    }

    @Test
    void findsNothingWrongWithAGoodNewsletter() throws IOException {
        writeGoodNewsletter();

        Run run = run("check", "--offline");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches("2018-09: 0 errors, 0 warnings · 1 picture, HTML \\d KB · 3 links: 0 ok, .*, 3 not asked\n");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-11", "2018-03", "2018-09"})
    void findsNothingWrongWithTheExample(String issue) throws IOException {
        Path example = Example.copyTo(temp.resolve("example"));

        Run run = run("check", "--offline", "-C", example.toString(), issue);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(issue + ": 0 errors, 0 warnings · ");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void findsTenMistakesOfATemplateAtTheirPlaces() throws IOException {
        writeGoodNewsletter();
        plantTenMistakes();

        Run run = run("check", "--offline");

        assertThat(heads(run.err())).containsExactlyElementsOf(TEN_MISTAKES);
        assertThat(run.err()).contains("""
                templates/index.ftlh:21:28: error[unsafe-style]: not every mail program understands 'float: left'
                """);
        assertThat(run.out()).startsWith("2018-09: 9 errors, 1 warning · ");
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void annotatesAMergeRequest() throws IOException {
        writeGoodNewsletter();
        plantTenMistakes();

        Run run = run("check", "--offline", "--format", "github");

        assertThat(run.out().lines())
                .hasSize(TEN_MISTAKES.size())
                .allMatch(line -> line.matches(
                        "::(error|warning) file=templates/index\\.ftlh,line=\\d+,col=\\d+,title=[a-z-]+::.+; .+"));
        assertThat(run.out()).contains("::error file=templates/index.ftlh,line=21,col=28,title=unsafe-style::");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void tellsProgramsInJson() throws IOException {
        writeGoodNewsletter();
        plantTenMistakes();

        JsonObject report = JsonParser.parseString(
                        run("check", "--offline", "--format", "json").out())
                .getAsJsonObject();

        List<String> heads = new ArrayList<>();
        for (JsonElement element : report.getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            heads.add(finding.get("path").getAsString() + ":" + finding.get("line") + ":" + finding.get("column") + ": "
                    + finding.get("severity").getAsString() + "["
                    + finding.get("code").getAsString() + "]");
            assertThat(finding.get("message").getAsString()).isNotBlank();
            assertThat(finding.get("hint").getAsString()).isNotBlank();
        }
        assertThat(heads).containsExactlyElementsOf(TEN_MISTAKES);
        assertThat(report.get("exit").getAsInt()).isEqualTo(1);
        assertThat(report.getAsJsonArray("issues")
                        .get(0)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString())
                .isEqualTo("2018-09");
    }

    @Test
    void pointsAtTheLineOfTheEditorWhoseWordsAreWrong() throws IOException {
        writeGoodNewsletter();
        change("content/news/korea.md", "alt: Two delegates sign", "alt: korea.png");
        change("content/news/korea.md", "url: https:", "url: http:");
        change("content/news/korea.md", "in Vienna", "in Vienna ([here](https://example.org/vienna))");
        change("issues/2018-09.yaml", "preheader: Two clusters sign, and three calls are open", "preheader: Two sign");
        change("newsletter.yaml", "news@example.org", "no-reply@example.org");

        assertThat(heads(run("check", "--offline").err()))
                .containsExactly(
                        "content/news/korea.md:4:6: error[insecure-address]",
                        "content/news/korea.md:6:6: error[alt-is-file-name]",
                        "content/news/korea.md:11:47: error[generic-link]",
                        "issues/2018-09.yaml:3:12: error[preheader-length]",
                        "newsletter.yaml:4:32: warning[no-reply-sender]",
                        "templates/index.ftlh:26:1: warning[no-link-color]");
    }

    @Test
    void saysThatAPictureLacksWordsWhereTheEditorNamedIt() throws IOException {
        writeGoodNewsletter();
        change("content/news/korea.md", "alt: Two delegates sign\n", "");

        assertThat(run("check", "--offline").err())
                .startsWith("content/news/korea.md:5:8: error[missing-alt]: nothing says what is seen on the picture")
                .containsOnlyOnce("missing-alt")
                .contains("hint: write 'alt: …' below 'image:'");
    }

    @Test
    void looksAtNoPageThatATemplateDidNotFinish() throws IOException {
        writeGoodNewsletter();
        change("templates/index.ftlh", "${issue.title} –", "${issue.titel} –");

        Run run = run("check", "--offline");

        assertThat(heads(run.err())).containsExactly("templates/index.ftlh:8:10: error[template-error]");
        assertThat(run.out())
                .isEqualTo("2018-09: 1 error, 0 warnings · the page was not looked at: correct the templates first\n");
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void saysNothingButErrorsWhenQuiet() throws IOException {
        writeGoodNewsletter();
        change("issues/2018-09.yaml", "title: September\n", "title: September\nsubject: 'Re: September'\n");
        change("newsletter.yaml", "news@example.org", "no-reply@example.org");

        Run run = run("check", "--offline", "-q");

        assertThat(heads(run.err())).containsExactly("issues/2018-09.yaml:2:11: error[false-reply]");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void explainsItselfWithExamples() {
        Run run = run("check", "--help");

        assertThat(run.out())
                .contains("Say all that is wrong with an issue, and write nothing.")
                .containsSubsequence("Examples:", "newsletter check --format github");
        assertThat(run("--help").out()).contains("check");
    }
}
