package newsletter.email.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsletter.cache.CacheFile;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no page of {@code inline/} can show. */
class StyleInlinerTest {
    private static final Source NOTHING = new Source("newsletter.yaml", "");

    private final Findings findings = new Findings();
    private final StyleInliner inliner = new StyleInliner(CacheFile.none(), findings);

    private String inline(String body, String css) {
        Document document = Jsoup.parse("<link rel=stylesheet href=style.css>" + body);
        inliner.inline(document, NOTHING, Pages.withStyleSheet(css));
        return document.outerHtml();
    }

    @Test
    void givesTheSameBytesAgain() {
        String body = "<p class='a b'>x</p><p class=b id=c>y</p>";
        String css = ".a{color:red}.b{margin:0}#c:hover{color:blue}@media print{.a{margin:1px}.b.a{margin:2px}}";

        String first = inline(body, css);

        assertThat(inline(body, css)).isEqualTo(first);
        assertThat(new StyleInlinerTest().inline(body, css)).isEqualTo(first);
    }

    @Test
    void saysThatTooMuchStaysInTheHead() {
        String rules = IntStream.range(0, 500)
                .mapToObj(i -> ".a:hover { margin: " + i + "px; padding: " + i + "px }\n")
                .collect(Collectors.joining());

        inline("<p class=a>x</p>", rules);

        Finding finding = findings.sorted().get(0);
        assertThat(finding.code().id()).isEqualTo("css-too-large");
        assertThat(finding.at()).hasToString("templates/style.css:1:1");
        assertThat(finding.message()).endsWith("and Gmail drops more than 16");
    }

    /** In processor time, so that other work on the machine does not count. */
    @Test
    void inlinesFiveThousandElementsUnderFourHundredSelectorsInASecondOrTwo() {
        String rules = IntStream.range(0, 200)
                .mapToObj(i -> ".c" + i + " > p, .c" + i + " p + p { margin: " + i + "px }\n")
                .collect(Collectors.joining());
        String body = IntStream.range(0, 1000)
                .mapToObj(i -> "<div class=c" + i + "><p>1</p><p>2</p><p>3</p><p>4</p></div>")
                .collect(Collectors.joining());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();

        assertThat(inline(body, rules)).contains("<p style=\"margin:199px\">4</p>");

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void survivesCustomPropertiesThatDoubleEachOther() {
        String css = IntStream.range(1, 60)
                .mapToObj(i -> "--v%d: var(--v%d) var(--v%d);".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining("", "p { --v0: x; ", "margin: var(--v59) }"));

        inline("<p>x</p>", css);

        assertThat(findings.sorted()).extracting(finding -> finding.code().id()).containsExactly("css-variable");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void survivesBracketsWithinBrackets() {
        inline("<p>x</p>", "p:not(".repeat(20_000) + ")".repeat(20_000) + "{margin:0}");
        inline("<p>x</p>", "p{margin:" + "calc(".repeat(20_000) + ")".repeat(20_000) + "}");

        assertThat(findings.sorted())
                .isNotEmpty()
                .allMatch(finding -> finding.code().id().equals("css-syntax"));
    }
}
