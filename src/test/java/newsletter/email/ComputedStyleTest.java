package newsletter.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsletter.browser.Chromium;
import newsletter.browser.Chromium.Scheme;
import newsletter.cache.CacheFile;
import newsletter.content.IssueComposer;
import newsletter.content.Library;
import newsletter.content.Workspace;
import newsletter.finding.Findings;
import newsletter.finding.Severity;
import newsletter.finding.Source;
import newsletter.model.Authorship;
import newsletter.model.Color;
import newsletter.model.IssuePlan;
import newsletter.model.Page;
import newsletter.model.Palette;
import newsletter.model.Written;
import newsletter.parse.Parsers;
import newsletter.render.IssueRenderer;
import newsletter.render.ParsedTheme;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every element looks in Chromium as it did with its style sheet: the example's issues, and pages made to be difficult. They
 * are left in {@code target/cascades} for the comparison with other inliners, {@code bench/inliners}.
 */
class ComputedStyleTest {
    private static final Path MADE = Path.of("src/test/resources/cascades");
    private static final Path FOLDER = Path.of("target/cascades").toAbsolutePath();
    private static final List<String> ISSUES = List.of("2017-11", "2018-03", "2018-09");
    private static final int WIDE = 1000;
    private static final int PHONE = 375;

    private static final String ORIGINAL = "original";
    private static final String INLINED = "inlined";
    private static final String BARE = "bare";

    /** What stands in {@code @supports} holds in Chromium, and has to stay in the style sheet for clients in which it does not. */
    private static final String NOT_BARE = "supports";

    @BeforeAll
    static void writePages() throws IOException {
        Files.createDirectories(FOLDER);
        Files.copy(
                Path.of("src/test/resources/browser/compare.js"),
                FOLDER.resolve("compare.js"),
                StandardCopyOption.REPLACE_EXISTING);
        for (Page page : pages()) {
            write(page);
        }
    }

    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>(issues());
        try (Stream<Path> files = Files.list(MADE)) {
            for (Path file : files.sorted().toList()) {
                pages.add(made(file));
            }
        }
        return pages;
    }

    private static final Workspace WORKSPACE = new Workspace(Path.of("").toAbsolutePath());

    private static Library library(Findings findings) {
        return Library.read(WORKSPACE, findings).orElseThrow();
    }

    private static List<Page> issues() {
        Findings findings = new Findings();
        Library library = library(findings);
        IssueComposer composer = new IssueComposer(WORKSPACE, library, findings);
        IssueRenderer renderer = new IssueRenderer(
                library.publication(), new ParsedTheme(Path.of("templates"), new Parsers()), findings);
        List<IssuePlan> plans = library.issues(ISSUES, findings);
        assertThat(findings.sorted()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        return plans.stream()
                .map(plan -> renderer.render(composer.compose(plan)))
                .toList();
    }

    private static Page made(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".html", "");
        Source nothing = new Source("style.css", "");
        Authorship authorship = new Authorship(Map.of(), Written.NOTHING, nothing.start(), nothing.start(), nothing);
        return new Page(name, Files.readString(file), "", new Color(0, 0x44, 0x94), authorship);
    }

    /** The page as the browser would see it with its style sheet, as it is sent, and the latter without its {@code <style>}. */
    private static void write(Page page) throws IOException {
        Findings findings = new Findings();
        write(page, ORIGINAL, original(page));
        String html = new EmailMaker(Path.of("content").toAbsolutePath(), CacheFile.none(), findings)
                .make(page, library(findings).publication())
                .html();
        Document inlined = Jsoup.parse(html);
        assertThat(inlined.select("style").size()).isLessThanOrEqualTo(1);
        write(page, INLINED, inlined);
        inlined.select("style").remove();
        write(page, BARE, inlined);
    }

    private static Document original(Page page) {
        Document document = Jsoup.parse(page.html());
        String css = new Palette(page.accent()).declarations()
                + page.authorship().styleSheet().text();
        document.select("link[rel=stylesheet]")
                .forEach(link -> link.replaceWith(new Element("style").appendChild(new DataNode(css))));
        return document;
    }

    private static void write(Page page, String side, Document document) throws IOException {
        document.outputSettings().prettyPrint(false);
        // The picture's own size is not at hand in either, wherever the page looks for it.
        document.select("img").forEach(picture -> picture.attr("src", "none.png"));
        Files.writeString(FOLDER.resolve(page.issue() + "." + side + ".html"), document.outerHtml());
    }

    private static List<String> names() throws IOException {
        return pages().stream().map(Page::issue).toList();
    }

    private static String frame(String name, String side, int width) {
        return "<iframe src=\"%s.%s.html\" data-page=\"%s\" data-side=\"%s\" width=\"%d\" height=\"800\"></iframe>\n"
                .formatted(name, side, name, side, width);
    }

    /** The original and some sides of all pages, in frames of one width. */
    private static String frames(int width, String... sides) throws IOException {
        StringBuilder frames = new StringBuilder();
        for (String name : names()) {
            frames.append(frame(name, ORIGINAL, width));
            for (String side : sides) {
                if (!side.equals(BARE) || !name.equals(NOT_BARE)) {
                    frames.append(frame(name, side, width));
                }
            }
        }
        return frames.toString();
    }

    /** What {@code compare.js} found: a line for each page and side, and one for each difference. */
    private static List<String> compare(Scheme scheme, String... frames) throws IOException {
        Path page = FOLDER.resolve("compare-" + scheme + ".html");
        Files.writeString(
                page,
                "<!DOCTYPE html><meta charset=\"utf-8\"><pre id=\"result\"></pre>\n" + String.join("", frames)
                        + "<script src=\"compare.js\"></script>");
        String dom = Chromium.orSkip().dom(page, scheme);
        return Jsoup.parse(dom).expectFirst("#result").wholeText().lines().toList();
    }

    private static void assertSame(List<String> result, int comparisons) {
        assertThat(result).allMatch(line -> line.endsWith("\t0"));
        assertThat(result).hasSize(comparisons);
        assertThat(result.stream().map(line -> Integer.valueOf(line.split("\t", -1)[3])))
                .as("elements on each page")
                .allMatch(elements -> elements > 5);
    }

    @Test
    void looksTheSameOnAWideScreenWithAndWithoutItsStyleElementAndOnAPhone() throws IOException {
        int pages = names().size();
        assertThat(pages).isGreaterThanOrEqualTo(10);
        assertSame(compare(Scheme.LIGHT, frames(WIDE, BARE, INLINED), frames(PHONE, INLINED)), 3 * pages - 1);
    }

    @Test
    void looksTheSameInTheDark() throws IOException {
        assertSame(compare(Scheme.DARK, frames(WIDE, INLINED), frames(PHONE, INLINED)), 2 * names().size());
    }
}
