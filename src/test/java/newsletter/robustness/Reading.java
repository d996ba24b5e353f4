package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Prose;
import newsletter.parse.FrontMatter;
import newsletter.parse.MarkdownParser;
import newsletter.parse.Parsers;
import newsletter.parse.SourceDecoder;
import newsletter.parse.Yaml;

/** The reading of one file without anything around it: what a build does first, and a hundred times as fast. */
final class Reading {
    /** The keys of rich text. */
    private static final Set<String> TEXTS = Set.of("text", "intro", "quote");

    private final MarkdownParser markdown = new MarkdownParser(Locale.ENGLISH);
    private final Parsers parsers;

    /** As if no text had been read before. */
    Reading() {
        this(new Parsers());
    }

    Reading(Parsers parsers) {
        this.parsers = parsers;
    }

    /**
     * What a file came to.
     *
     * @param value what its YAML says
     * @param texts rich texts, of keys and below the front matter
     */
    record Result(Optional<Yaml> value, List<Prose> texts, List<Finding> findings) {}

    /** Reads a file by its name's ending; its findings point into it. */
    Result read(String path, byte[] bytes) {
        Findings findings = new Findings();
        Optional<Source> source = SourceDecoder.decode(path, bytes, findings);
        List<Prose> texts = new ArrayList<>();
        Optional<Yaml> value = source.flatMap(
                text -> path.endsWith(".md") ? readMarkdown(text, texts, findings) : parsers.yaml(text, findings));
        value.ifPresent(yaml -> readTexts(yaml, texts, findings));
        Result result = new Result(value, texts, findings.sorted());
        source.ifPresent(text -> result.findings().forEach(finding -> assertPointsInto(text, finding)));
        return result;
    }

    private Optional<Yaml> readMarkdown(Source source, List<Prose> texts, Findings findings) {
        return FrontMatter.split(source, findings).flatMap(parts -> {
            texts.add(parsers.prose(markdown, parts.body(), findings));
            return parsers.yaml(source, parts.yaml(), findings);
        });
    }

    private void readTexts(Yaml yaml, List<Prose> texts, Findings findings) {
        if (yaml instanceof Yaml.Sequence list) {
            list.items().forEach(item -> readTexts(item, texts, findings));
        } else if (yaml instanceof Yaml.Mapping group) {
            group.members().forEach((key, member) -> {
                if (TEXTS.contains(key) && member.value() instanceof Yaml.Scalar scalar) {
                    texts.add(parsers.prose(markdown, scalar.passage(), findings));
                }
                readTexts(member.value(), texts, findings);
            });
        }
    }

    private static void assertPointsInto(Source source, Finding finding) {
        String line = source.line(finding.at().line());
        assertThat(finding.at().source().path()).isEqualTo(source.path());
        assertThat(finding.at().line()).as("line of %s", finding).isBetween(1, lines(source));
        assertThat(finding.at().column())
                .as("column of %s", finding)
                .isBetween(1, line.codePointCount(0, line.length()) + 1);
    }

    private static int lines(Source source) {
        return (int) source.text().chars().filter(c -> c == '\n').count() + 1;
    }
}
