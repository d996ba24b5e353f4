package newsletter.email.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newsletter.cache.CacheFile;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.finding.TextReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The folders of {@code inline/}: {@code input.html} with {@code style.css} gives {@code expected.html}, and the findings in
 * {@code findings.txt} where there are any. {@code -Dexpected=refresh} writes what comes out in place of what is expected, to be
 * looked at before it is committed.
 */
class InlineCasesTest {
    private static final Path CASES = Path.of("src/test/resources/inline");
    private static final Source PROPERTIES = new Source("newsletter.yaml", ":root { --accent: #004494 }");

    private record Result(String html, String findings) {}

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    private static Result inline(String html, String css) {
        return inline(html, css, CacheFile.none());
    }

    private static Result inline(String html, String css, CacheFile cache) {
        Findings findings = new Findings();
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        new StyleInliner(cache, findings).inline(document, PROPERTIES, Pages.withStyleSheet(css));
        return new Result(document.outerHtml().strip() + "\n", new TextReport(false).of(findings.sorted()));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void update(Path file, String text) throws IOException {
        if ("refresh".equals(System.getProperty("expected"))) {
            Files.deleteIfExists(file);
            if (!text.isEmpty()) {
                Files.writeString(file, text);
            }
        }
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void movesStylesToElements(Path folder) throws IOException {
        Result result = inline(read(folder.resolve("input.html")), read(folder.resolve("style.css")));

        update(folder.resolve("expected.html"), result.html());
        update(folder.resolve("findings.txt"), result.findings());
        assertThat(result.html()).isEqualTo(read(folder.resolve("expected.html")));
        assertThat(result.findings()).isEqualTo(read(folder.resolve("findings.txt")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesTheSameWithStylesOfAnEarlierRun(Path folder, @TempDir Path caches) throws IOException {
        Result expected = new Result(read(folder.resolve("expected.html")), read(folder.resolve("findings.txt")));
        for (int run = 1; run <= 2; run++) {
            try (CacheFile cache = CacheFile.open(caches.resolve("tool"), "styles")) {
                assertThat(inline(read(folder.resolve("input.html")), read(folder.resolve("style.css")), cache))
                        .isEqualTo(expected);
                cache.save();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesNoImportanceIntoAttributes(Path folder) throws IOException {
        String html = read(folder.resolve("expected.html"));

        assertThat(Jsoup.parse(html).select("[style*=important]")).isEmpty();
    }
}
