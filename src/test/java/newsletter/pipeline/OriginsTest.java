package newsletter.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsletter.content.Workspace;
import newsletter.email.Email;
import newsletter.finding.Location;
import newsletter.model.Origin;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote what of a finished page. */
class OriginsTest {
    @TempDir
    private Path temp;

    private static Email make(Path workspace, String issue) {
        return new Build(new Workspace(workspace.toAbsolutePath()), InstantSource.system())
                .draft(List.of(issue))
                .made()
                .get(0)
                .email();
    }

    private Email make(String template, String entry) throws IOException {
        write("newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n");
        write("issues/1.yaml", "title: One\ndate: 2018-09-03\nsubject: The \"new\" one\n");
        write("content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\nurl: https://example.org/n\n---\n" + entry);
        write("templates/index.ftlh", template);
        return make(temp, "1");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(temp.resolve(name).getParent());
        Files.writeString(temp.resolve(name), text);
    }

    private static Document parse(Email email) {
        return Parser.htmlParser().setTrackPosition(true).parseInput(email.html(), "");
    }

    private static Optional<Origin> origin(Email email, Element element) {
        return email.origins().of(element.sourceRange().startPos());
    }

    private static String at(Email email, String selector) {
        Element element = parse(email).expectFirst(selector);
        return origin(email, element).map(Origin::at).map(Location::toString).orElse("nobody");
    }

    @Test
    void writesNoMarkIntoTheExample() {
        for (String issue : List.of("2017-11", "2018-03", "2018-09")) {
            Email email = make(Path.of(""), issue);
            assertThat(email.html()).doesNotContain(Origin.MARK);
            assertThat(email.text()).doesNotContain(Origin.MARK);
        }
    }

    @Test
    void knowsTheLineOfEveryTagThatATemplateWroteInTheExample() {
        Email email = make(Path.of(""), "2018-09");
        List<String> unknown = new ArrayList<>();
        for (Element element : parse(email).select("html, head, body, body *")) {
            String tag = "<" + element.normalName();
            Optional<Origin> origin = origin(email, element);
            if (origin.isEmpty()) {
                unknown.add(tag);
            }
            origin.filter(known -> !known.byEditor())
                    .map(Origin::at)
                    .ifPresent(at -> assertThat(at.source().line(at.line()).substring(at.column() - 1))
                            .startsWith(tag));
        }
        // What Markdown makes of words has no line of its own: it belongs to the template around it.
        assertThat(unknown).isSubsetOf("<p", "<ul", "<li", "<em", "<strong");
    }

    @Test
    void knowsTheEditorsLineOfLinksPicturesAndHeadings() throws IOException {
        Email email = make(
                "<html><body><#list issue.sections as s><#list s.entries as e><div>${e.text}</div></#list></#list></body></html>",
                "One\n[two](https://example.org/2)\n\n<h2>three</h2>\n\n## *four*\n\n- ![five](https://example.org/5.png)\n");

        assertThat(at(email, "a")).isEqualTo("content/news/n.md:7:1");
        assertThat(at(email, "h4:contains(three)")).isEqualTo("content/news/n.md:9:1");
        assertThat(at(email, "h4:contains(four)")).isEqualTo("content/news/n.md:11:1");
        assertThat(at(email, "img")).isEqualTo("content/news/n.md:13:3");
        assertThat(at(email, "div")).isEqualTo("templates/index.ftlh:1:62");
    }

    @Test
    void leavesNoMarkWhereverATemplatePrintsATag() throws IOException {
        Email email = make(
                "<html><!-- <b> --><body><!--[if mso]><table><o:x/><![endif]--><#assign x><i>1</i></#assign>"
                        + "<p title=\"${x}\" title='<u>'>${x}</p><br/><script>\"<s>\"</script>"
                        + "<title><q></title></body></html>",
                "");

        assertThat(email.html())
                .doesNotContain(Origin.MARK)
                .contains("<!-- <b> -->", "<table><o:x/>", "<i>1</i></p><br>", "\"<s>\"");
        assertThat(email.origins()
                        .of(email.html().indexOf("<table>"))
                        .orElseThrow()
                        .at())
                .hasToString("templates/index.ftlh:1:38");
    }

    @Test
    void knowsWhereAnEditorWroteAValue() throws IOException {
        Email email = make("<html><body></body></html>", "");

        assertThat(email.origins().authorship().written().at("https://example.org/n"))
                .hasToString("Optional[content/news/n.md:4:6]");
        assertThat(email.origins().authorship().written().at("One")).hasToString("Optional[issues/1.yaml:1:8]");
        assertThat(email.origins().authorship().written().at("The “new” one"))
                .hasToString("Optional[issues/1.yaml:3:10]");
        assertThat(email.origins().authorship().written().at("Test")).hasToString("Optional[newsletter.yaml:1:7]");
        assertThat(email.origins().authorship().written().at("Nobody")).isEmpty();
    }

    @Test
    void knowsThePictureThatAnEditorNamedByItsNewName() {
        Email email = make(Path.of(""), "2018-09");
        String source = parse(email).select("img[src*=korea]").attr("src");

        assertThat(email.origins().authorship().written().at(source).orElseThrow())
                .hasToString("content/news/korea-agreement.md:7:8");
    }
}
