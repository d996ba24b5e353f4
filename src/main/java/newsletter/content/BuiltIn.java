package newsletter.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.parse.Parsers;
import newsletter.parse.SourceDecoder;
import newsletter.parse.Yaml;

/** Data that comes with the tool. */
final class BuiltIn {
    /** Entry types. */
    static final String TYPES = "types.yaml";

    /** Names of days and months. */
    static final String WEEKDAYS = "weekdays.yaml";

    private BuiltIn() {}

    /** A file of keys and values. */
    static Yaml.Mapping read(String name, Parsers parsers) {
        try (InputStream in = BuiltIn.class.getResourceAsStream("/newsletter/" + name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            Findings none = new Findings();
            Source source = SourceDecoder.decode(name, bytes, none).orElseThrow();
            return (Yaml.Mapping) parsers.yaml(source, none).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
