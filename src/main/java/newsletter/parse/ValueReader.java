package newsletter.parse;

import java.math.BigDecimal;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.FieldKind;
import newsletter.model.Moment;
import newsletter.model.PictureRef;
import newsletter.model.Prose;
import newsletter.model.Value;
import newsletter.model.Written;

/** Reads what an editor wrote as the kind of value that a field wants. Every method gives the value, or a finding and nothing. */
public final class ValueReader {
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    private final Parsers parsers;
    private final MarkdownParser markdown;
    private final ZoneId zone;

    /**
     * @param language whose quotation marks texts have
     * @param zone what a day and a time without an offset mean
     */
    public ValueReader(Parsers parsers, Locale language, ZoneId zone) {
        this.parsers = parsers;
        this.markdown = new MarkdownParser(language);
        this.zone = zone;
    }

    /** Who reads the files that the values stand in. */
    public Parsers parsers() {
        return parsers;
    }

    /** The value of a key, as its kind wants it. */
    public Optional<Value> read(FieldKind kind, String key, Binder binder, Findings findings) {
        if (kind == FieldKind.LIST) {
            List<String> texts = texts(key, binder, findings);
            return texts.isEmpty() ? Optional.empty() : Optional.of(new Value.Texts(texts));
        }
        return binder.scalar(key).flatMap(written -> read(kind, key, written, findings));
    }

    private Optional<Value> read(FieldKind kind, String key, Yaml.Scalar written, Findings findings) {
        return switch (kind) {
            case TEXT -> Optional.of(new Value.Text(line(written)));
            case MARKDOWN -> Optional.of(new Value.Rich(prose(written, findings)));
            case DATE -> moment(key, written, findings).map(Value.Date::new);
            case URL -> address(written, findings).map(Value.Address::new);
            case IMAGE -> Optional.of(new Value.Image(picture(written)));
            case FLAG -> flag(key, written, findings).map(Value.Flag::new);
            case NUMBER -> number(key, written, findings).map(Value.Figure::new);
            case LIST -> Optional.empty();
        };
    }

    private static List<String> texts(String key, Binder binder, Findings findings) {
        binder.any(key).ifPresent(written -> reportOneText(key, written, findings));
        return binder.scalars(key).stream()
                .map(ValueReader::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** One line of text for people to read: {@link #text} with the quotation marks of its language. */
    public String line(Yaml.Scalar written) {
        return line(text(written));
    }

    /** The same for a key that people read. */
    public String line(String text) {
        return markdown.line(text);
    }

    /** One text may stand for a list of one, but several written as one are a slip that nobody would see. */
    private static void reportOneText(String key, Yaml written, Findings findings) {
        String text = written instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
        if (text.matches("-\\S.*")) {
            String message = "'" + key + "' is no list: a blank is missing behind '-'";
            findings.add(Code.WRONG_KIND, written.at(), message, "write '- ' before each text, in a line of its own");
        } else if (text.matches(".*\\S, .*")) {
            String message = "'" + key + "' is one text with commas in it, not a list";
            findings.add(Code.WRONG_KIND, written.at(), message, "write '" + key + ": [" + text + "]'");
        }
    }

    /** One line of text. */
    public static String text(Yaml.Scalar written) {
        return written.text().strip().replaceAll("\\s+", " ");
    }

    /** Where each single value of a file stands, as it is written and as people read it. */
    public Written written(Yaml file) {
        Map<String, List<Location>> places = new HashMap<>();
        file.scalars()
                .forEach(scalar -> Stream.of(text(scalar), line(scalar))
                        .distinct()
                        .forEach(text -> places.computeIfAbsent(text, first -> new ArrayList<>())
                                .add(scalar.at())));
        return new Written(places);
    }

    /** A picture by its file's name or address, with nothing said yet of what is on it. */
    private static PictureRef picture(Yaml.Scalar written) {
        return new PictureRef(written.text().strip(), Optional.empty(), written.at());
    }

    /** Markdown. */
    public Prose prose(Yaml.Scalar written, Findings findings) {
        return prose(written.passage(), findings);
    }

    /** Markdown that stands below front matter. */
    public Prose prose(Passage body, Findings findings) {
        return parsers.prose(markdown, body, findings);
    }

    /** A day or a moment. */
    public Optional<Moment> moment(String key, Yaml.Scalar written, Findings findings) {
        return Dates.parse(key, written, zone, findings);
    }

    /** An address. */
    public static Optional<URI> address(Yaml.Scalar written, Findings findings) {
        return Addresses.parse(written.text(), written.at(), findings);
    }

    /** True or false, in the words that YAML made common. */
    public static Optional<Boolean> flag(String key, Yaml.Scalar written, Findings findings) {
        String word = written.text().strip().toLowerCase(Locale.ROOT);
        if (List.of("true", "yes", "on").contains(word)) {
            return Optional.of(true);
        }
        if (List.of("false", "no", "off").contains(word)) {
            return Optional.of(false);
        }
        findings.add(Code.BAD_FLAG, written.at(), "'" + key + "' is neither true nor false", "write true or false");
        return Optional.empty();
    }

    /** A number, with a point before its decimals. */
    public static Optional<Number> number(String key, Yaml.Scalar written, Findings findings) {
        String text = written.text().strip();
        if (NUMBER.matcher(text).matches()) {
            boolean integer = INTEGER.matcher(text).matches();
            return Optional.of(integer ? Integer.valueOf(text) : new BigDecimal(text));
        }
        findings.add(
                Code.BAD_NUMBER, written.at(), "'" + key + "' is not a number", "write digits alone, like 12 or 2.5");
        return Optional.empty();
    }
}
