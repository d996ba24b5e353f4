package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of an issue as an editor sees them. */
class PictureBuildTest {
    @TempDir
    private Path folder;

    private record Run(ExitCode exit, String err) {}

    @BeforeEach
    void writeNewsletter() throws IOException {
        write("newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n");
        write("issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        writeEntry("image: a.png\nalt: A red square");
        draw("content/news/a.png");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void writeEntry(String fields) throws IOException {
        write("content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n" + fields + "\n---\nText\n");
    }

    private void draw(String name) throws IOException {
        BufferedImage image = new BufferedImage(1072, 536, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(100, 100, 300, 300);
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private Run build() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                Map.of(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        ExitCode exit = Main.run(surroundings, "build");
        return new Run(exit, err.toString(StandardCharsets.UTF_8));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("out/2018-09/index.html"));
    }

    @Test
    void keepsTheRoomFreeForAPicture() throws IOException {
        assertThat(build().exit()).isEqualTo(ExitCode.DONE);

        Matcher picture = Pattern.compile("<img [^>]*src=\"images/a-[0-9a-f]{8}\\.png\"[^>]*>")
                .matcher(page());
        assertThat(picture.find()).isTrue();
        assertThat(number("height", picture.group())).isEqualTo(number("width", picture.group()) / 2);
        try (Stream<Path> images = Files.list(folder.resolve("out/2018-09/images"))) {
            assertThat(images).hasSize(1);
        }
    }

    private static int number(String attribute, String element) {
        return Integer.parseInt(element.replaceFirst(".* " + attribute + "=\"(\\d+)\".*", "$1"));
    }

    @Test
    void correctsAHeightThatWouldDistort() throws IOException {
        write("templates/story.ftlh", "<img src=\"${entry.image.src}\" alt=\"x\" width=\"100\" height=\"100\">");
        build();

        assertThat(page()).contains("width=\"100\" height=\"50\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image: a.png | content/news/n.md:4:8: error[missing-alt]: nothing says what is seen on the picture 'a.png'
            image: a.png\\nalt: | content/news/n.md:4:8: error[missing-alt]: nothing says what is seen on the picture 'a.png'
            image: a.png\\nalt: A.PNG | content/news/n.md:5:6: error[alt-is-file-name]: the alt text 'A.PNG' is the name of a file
            image: a.png\\nalt: IMG_1.jpeg | content/news/n.md:5:6: error[alt-is-file-name]: the alt text 'IMG_1.jpeg' is the name of a file
            text-below: ![](a.png) | content/news/n.md:5:1: error[missing-alt]
            text-below: <img src="a.png"> | content/news/n.md:5:1: error[missing-alt]
            text-below: ![A](data:image/png;base64,AAAA) | content/news/n.md:5:1: error[data-picture]: a picture is written into the text itself (data:)
            image: http://example.org/a.png\\nalt: A | content/news/n.md:4:8: error[insecure-picture]: the picture at example.org has an address with http:
            """)
    void teachesWhatAPictureNeeds(String written, String finding) throws IOException {
        if (written.startsWith("text-below: ")) {
            write(
                    "content/news/n.md",
                    "---\ntitle: T\ndate: 2018-09-01\n---\n" + written.substring("text-below: ".length()) + "\n");
        } else {
            writeEntry(written.replace("\\n", "\n"));
        }

        Run run = build();

        assertThat(run.err()).contains(finding).contains("1 error: nothing was written");
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: a.png\nalt: \"\"", "image: a.png\nalt: a", "image: a.png\nalt: Vienna 2018"})
    void believesWhatAnEditorSaysOfAPicture(String fields) throws IOException {
        writeEntry(fields);

        assertThat(build().err()).doesNotContain("alt");
    }

    @Test
    void givesALogoTheNameOfTheNewsletter() throws IOException {
        draw("content/logo.png");
        write("newsletter.yaml", "name: Courier\nlogo: {image: logo.png}\nsections:\n  - {heading: N, select: news}\n");

        assertThat(build().exit()).isEqualTo(ExitCode.DONE);
        assertThat(page()).containsPattern("src=\"images/logo-[0-9a-f]{8}\\.png\" alt=\"Courier\"");
    }

    @Test
    void leavesOthersPicturesWhereTheyAreAndSaysSo() throws IOException {
        writeEntry("image: https://pictures.example.org/a.png\nalt: A");

        Run run = build();

        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .contains(
                        "content/news/n.md:4:8: note[remote-picture]: the picture stays at pictures.example.org, which"
                                + " sees who opens the newsletter");
        assertThat(page()).contains("src=\"https://pictures.example.org/a.png\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pictures: inline | newsletter.yaml:2:11: error[bad-choice]: pictures cannot be 'inline' | the ways are: hosted, embedded
            pictures: embeded | newsletter.yaml:2:11: error[bad-choice]: pictures cannot be 'embeded' | did you mean 'embedded'?
            pictures: hosted | newsletter.yaml:2:11: error[missing-field]: hosted pictures need 'url' | add a line 'url: https://…'
            """)
    void teachesHowPicturesCanBeBrought(String setting, String finding, String hint) throws IOException {
        write("newsletter.yaml", "name: Test\n" + setting + "\nsections:\n  - {heading: News, select: news}\n");

        assertThat(build().err()).contains(finding).contains("hint: " + hint);
    }

    /** Java's image classes take longer to load than all else that such a build does. */
    @Test
    void decodesNoPictureASecondTime() throws IOException, InterruptedException {
        assertThat(LoadedClasses.ofABuild(folder, Map.of()))
                .contains("javax.imageio.ImageIO ", "java.awt.image.BufferedImage ");
        byte[] first = Files.readAllBytes(folder.resolve("out/2018-09/index.html"));

        assertThat(LoadedClasses.ofABuild(folder, Map.of()))
                .contains("newsletter.email.picture.Pictures ")
                .doesNotContain("javax.imageio")
                .doesNotContain("java.awt")
                .doesNotContain("coobird");
        assertThat(folder.resolve("out/2018-09/index.html")).hasBinaryContent(first);
    }
}
