package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication's own style sheet and templates, from the file to the page. */
class StylesTest {
    @TempDir
    private Path folder;

    private record Run(ExitCode exit, String err) {}

    private Run build() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings surroundings =
                new Surroundings(folder, Map.of(), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode exit = Main.run(surroundings, "build");
        return new Run(exit, err.toString(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Document page() throws IOException {
        return Jsoup.parse(folder.resolve("out/2018-09/index.html").toFile());
    }

    @BeforeEach
    void writePublication() throws IOException {
        write(
                "newsletter.yaml",
                "name: Courier\nlanguage: en\ntimezone: Europe/Brussels\ntheme: {accent: \"#AA0000\"}\n");
        write(
                "issues/2018-09.yaml",
                "title: September\ndate: 2018-09-03\nsections:\n  - {heading: News, text: Hello}\n");
    }

    @Test
    void putsTheThemesStylesAtTheElements() throws IOException {
        assertThat(build().exit()).isEqualTo(ExitCode.DONE);

        assertThat(page().select("style")).hasSize(1);
        assertThat(page().select("link[rel=stylesheet], [style*=var\\(]")).isEmpty();
        assertThat(page().expectFirst("h2").attr("style")).contains("color:#AA0000");
        assertThat(page().expectFirst("style").data()).contains("@media").doesNotContain("var(", ".quote-mark");
    }

    @Test
    void pointsAtAMistakeInTheStyleSheet() throws IOException {
        write("templates/style.css", "h1 { color: #111111 }\nh2 {\n  color #222222;\n}\n");

        Run run = build();

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .contains("templates/style.css:3:9: error[css-syntax]: '#222222' cannot stand here")
                .contains("  3 |   color #222222;\n    |         ^\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void warnsOfAMistypedPropertyAndBuildsAllTheSame() throws IOException {
        write("templates/style.css", "h1 { font-wieght: bold; margin: 0 }\n");

        Run run = build();

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .contains("templates/style.css:1:6: warning[css-property]: there is no property 'font-wieght'")
                .contains("hint: did you mean 'font-weight'?");
    }

    @Test
    void takesStyleElementsOfTemplatesIn() throws IOException {
        write(
                "templates/section.ftlh",
                "<style>h2 { letter-spacing: 9px } @media print { h2 { color: red } }</style><h2>${section.heading}</h2>");

        assertThat(build().exit()).isEqualTo(ExitCode.DONE);

        assertThat(page().expectFirst("h2").attr("style")).contains("letter-spacing:9px");
        assertThat(page().select("style")).hasSize(1);
        assertThat(page().expectFirst("head style").data()).contains("@media print{\nh2{color:#FF0000!important}\n}");
    }
}
