package newsletter.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import newsletter.cache.CacheFile;
import newsletter.cache.Codec;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Prose;

/**
 * The parsers, which take from a cache what an earlier run parsed of the same text. Where something was found in a text it is parsed
 * anew each time, so that it is found again. Thread-safe.
 */
public final class Parsers {
    private final CacheFile cache;

    /** Parsers without a cache. */
    public Parsers() {
        this(CacheFile.none());
    }

    /** @param cache of this version of the tool */
    public Parsers(CacheFile cache) {
        this.cache = cache;
    }

    /** The value of a whole source; empty when it holds none, or with findings when it cannot be read. */
    public Optional<Yaml> yaml(Source source, Findings findings) {
        return yaml(source, source.text(), findings);
    }

    /**
     * The value of the beginning of a source.
     *
     * @param text what the source begins with, whole lines
     */
    public Optional<Yaml> yaml(Source source, String text, Findings findings) {
        String lastLine = source.line(source.at(text.length()).line());
        return of(
                key("yaml", lastLine, text),
                new YamlCodec(source),
                own -> YamlParser.parse(source, text, own),
                findings);
    }

    /** A text, or as much of it as is safe, with findings for the rest. */
    public Prose prose(MarkdownParser markdown, Passage passage, Findings findings) {
        String places = passage.isExact() ? "each at its place" : "all at one place";
        byte[] key = key("prose", markdown.typography().marks() + ", " + places, passage.text());
        ProseCodec codec = new ProseCodec(passage.start());
        return of(key, codec, own -> Optional.of(markdown.parse(passage, own)), findings)
                .orElseThrow();
    }

    /** All that decides how a text is parsed. */
    private static byte[] key(String kind, String way, String text) {
        return (kind + "\n" + way + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private <T> Optional<T> of(byte[] key, Codec<T> codec, Function<Findings, Optional<T>> parse, Findings findings) {
        Findings own = new Findings();
        Optional<T> parsed = cache.value(key, codec, () -> parse.apply(own), own::isEmpty);
        findings.addAll(own);
        return parsed;
    }
}
