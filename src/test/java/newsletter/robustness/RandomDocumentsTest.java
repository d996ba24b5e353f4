package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import newsletter.model.Origin;
import newsletter.model.Prose;
import newsletter.render.Rendered;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that nobody would write: the example's files with random changes, and signs of YAML, Markdown, HTML and FreeMarker
 * in no order. {@code mvn verify -Dnewsletter.random=20000} tries that many; {@code -Dnewsletter.seed=N -Dnewsletter.random=1}
 * tries again the one that failed.
 */
class RandomDocumentsTest {
    private static final int DOCUMENTS = Integer.getInteger("newsletter.random", 4_000);
    private static final long FIRST_SEED = Long.getLong("newsletter.seed", 1);

    /** Of how many documents one goes through a whole build, which costs fifty times as much as reading it. */
    private static final int BUILT_ONE_OF = 40;

    private static final Duration MOST_TIME = Duration.ofSeconds(20);

    /** All that Markdown may become: element to attributes. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("p", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("h4", Set.of()),
            Map.entry("h5", Set.of()),
            Map.entry("h6", Set.of()),
            Map.entry("ul", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("li", Set.of()),
            Map.entry("blockquote", Set.of()),
            Map.entry("pre", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("hr", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("s", Set.of()),
            Map.entry("sup", Set.of()),
            Map.entry("sub", Set.of()),
            Map.entry("a", Set.of("href")),
            Map.entry("img", Set.of("src", "alt")),
            Map.entry("table", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("scope", "style")),
            Map.entry("td", Set.of("style")));

    private static final List<Sample> TEXTS = Sample.texts();
    private static final List<Sample> ALL =
            Stream.concat(TEXTS.stream(), Sample.templates().stream()).toList();

    @TempDir
    private Path temp;

    @Test
    void everyDocumentIsReadAndWhatItBecomesIsSafe() {
        Reading reading = new Reading();
        eachSeed(DOCUMENTS, seed -> read(reading, new Mutation(seed)));
    }

    private static void read(Reading reading, Mutation mutation) {
        Sample sample = mutation.choose(TEXTS);
        long start = System.nanoTime();
        Reading.Result result = reading.read(sample.path(), document(sample, mutation));
        result.texts().forEach(RandomDocumentsTest::assertSafe);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST_TIME);
    }

    private static byte[] document(Sample sample, Mutation mutation) {
        if (!mutation.onceIn(3)) {
            return mutation.of(sample);
        }
        String soup = mutation.soup();
        return (sample.path().endsWith(".md") ? Newsletter.story(soup) : soup).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertSafe(Prose prose) {
        Rendered rendered = Rendered.of(prose);
        Element body = Jsoup.parseBodyFragment(rendered.html()).body();
        body.getAllElements().stream().skip(1).forEach(element -> assertAllowed(element, rendered.html()));
        body.nodeStream(Comment.class)
                .forEach(comment -> assertThat(comment).as(rendered.html()).isNull());
    }

    private static void assertAllowed(Element element, String html) {
        assertThat(ALLOWED).as(html).containsKey(element.normalName());
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getKey().equals(Origin.MARK)) {
                assertThat(ALLOWED.get(element.normalName())).as(html).contains(attribute.getKey());
            }
        }
        assertThat(element.attr("style")).as(html).matches("(text-align: (center|right))?");
        if (element.normalName().equals("a")) {
            assertThat(element.attr("href")).as(html).matches("(https?:|mailto:|tel:|sms:|HTTPS?:|#)[!-~]+");
        }
        if (element.normalName().equals("img")) {
            assertThat(element.attr("src")).as(html).matches("(https://[!-~]+)?");
        }
    }

    @Test
    void everyDocumentIsBuilt() {
        eachSeed(DOCUMENTS / BUILT_ONE_OF, seed -> {
            Mutation mutation = new Mutation(seed);
            Sample sample = mutation.choose(ALL);
            Newsletter newsletter = Newsletter.small(temp.resolve(Long.toString(seed)));
            Places.build(newsletter.write(sample.place(), document(sample, mutation)));
        });
    }

    private static void eachSeed(int documents, LongConsumer property) {
        LongStream.range(FIRST_SEED, FIRST_SEED + Math.max(1, documents))
                .parallel()
                .forEach(seed -> {
                    try {
                        property.accept(seed);
                    } catch (RuntimeException | Error e) {
                        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
                    }
                });
    }
}
