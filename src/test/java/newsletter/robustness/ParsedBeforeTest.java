package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import newsletter.cache.CacheFile;
import newsletter.parse.Parsers;
import newsletter.parse.Passage;
import newsletter.parse.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is taken from the cache of an earlier run is what would be parsed now, places included: of the example's files and of
 * documents that nobody would write, where they stood and a line further down. As many as {@code -Dnewsletter.random} says.
 */
class ParsedBeforeTest {
    private static final int DOCUMENTS = Integer.getInteger("newsletter.random", 4_000) / 2;
    private static final long FIRST_SEED = Long.getLong("newsletter.seed", 1);

    @TempDir
    private Path temp;

    @Test
    void isWhatWouldBeParsedNow() {
        List<Sample> documents = Stream.concat(
                        Sample.texts().stream(),
                        LongStream.range(FIRST_SEED, FIRST_SEED + Math.max(1, DOCUMENTS))
                                .mapToObj(ParsedBeforeTest::random))
                .toList();
        Reading anew = new Reading();
        List<String> expected = read(documents, anew);
        assertThat(readWithCache(documents)).isEqualTo(expected);
        assertThat(readWithCache(documents)).isEqualTo(expected);

        List<Sample> moved = documents.stream().map(ParsedBeforeTest::moved).toList();
        assertThat(readWithCache(moved)).isEqualTo(read(moved, anew));
    }

    private List<String> readWithCache(List<Sample> documents) {
        try (CacheFile cache = CacheFile.open(temp.resolve("this test"), "documents")) {
            List<String> read = read(documents, new Reading(new Parsers(cache)));
            cache.save();
            return read;
        }
    }

    private static List<String> read(List<Sample> documents, Reading reading) {
        return documents.parallelStream()
                .map(document -> document.path() + "\n" + shown(reading.read(document.path(), document.bytes())))
                .toList();
    }

    private static Sample random(long seed) {
        Mutation mutation = new Mutation(seed);
        Sample sample = mutation.choose(Sample.texts());
        byte[] bytes = mutation.onceIn(3)
                ? Newsletter.story(mutation.soup()).getBytes(StandardCharsets.UTF_8)
                : mutation.of(sample);
        return new Sample(sample.path(), bytes);
    }

    /** With the same text a line further down. */
    private static Sample moved(Sample sample) {
        String text = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
        String moved = text.startsWith("---\n") ? "---\n# moved\n" + text.substring(4) : "# moved\n" + text;
        return new Sample(sample.path(), moved.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String shown(Reading.Result result) {
        List<String> parts = new ArrayList<>();
        result.value().ifPresent(value -> show(value, parts));
        result.texts().forEach(text -> parts.add(text.toString()));
        result.findings().forEach(finding -> parts.add(finding + " | " + finding.hint()));
        return String.join("\n", parts);
    }

    private static void show(Yaml yaml, List<String> parts) {
        parts.add(yaml.describe() + " at " + yaml.at());
        if (yaml instanceof Yaml.Scalar scalar) {
            Passage passage = scalar.passage();
            parts.add((scalar.quoted() ? "quoted " : "plain ") + passage.text() + " to "
                    + passage.at(passage.text().length()));
        } else if (yaml instanceof Yaml.Sequence list) {
            list.items().forEach(item -> show(item, parts));
        } else if (yaml instanceof Yaml.Mapping group) {
            group.members().forEach((key, member) -> {
                parts.add(key + " at " + member.keyAt());
                show(member.value(), parts);
            });
        }
    }
}
