package newsletter.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import newsletter.cache.CacheFile;
import newsletter.cache.Packer;
import newsletter.cache.Unpacker;
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

    /** Has the next run know what was parsed in this one, or was known already and asked for; nothing is taken from the cache any more. */
    public void save() {
        cache.save();
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
        byte[] key = key("prose", markdown.typography() + ", " + places, passage.text());
        ProseCodec codec = new ProseCodec(passage.start());
        return of(key, codec, own -> Optional.of(markdown.parse(passage, own)), findings)
                .orElseThrow();
    }

    /** All that decides how a text is parsed. */
    private static byte[] key(String kind, String way, String text) {
        return (kind + "\n" + way + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private <T> Optional<T> of(byte[] key, Codec<T> codec, Function<Findings, Optional<T>> parse, Findings findings) {
        Optional<byte[]> known = cache.find(key);
        if (known.isPresent()) {
            return known.map(bytes -> codec.unpack(new Unpacker(bytes)));
        }
        Findings own = new Findings();
        Optional<T> parsed = parse.apply(own);
        if (own.isEmpty() && cache.isOpen()) {
            parsed.ifPresent(value -> keep(key, codec, value));
        }
        findings.addAll(own);
        return parsed;
    }

    private <T> void keep(byte[] key, Codec<T> codec, T value) {
        Packer packer = new Packer();
        codec.pack(value, packer);
        packer.bytes().ifPresent(bytes -> cache.keep(key, bytes));
    }
}
