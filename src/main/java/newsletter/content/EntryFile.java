package newsletter.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.Entry;
import newsletter.model.EntryType;
import newsletter.model.EntryType.FieldSpec;
import newsletter.model.Field;
import newsletter.model.PictureRef;
import newsletter.model.Prose;
import newsletter.model.Value;
import newsletter.parse.Binder;
import newsletter.parse.FrontMatter;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/** A file under {@code content/}: one entry, or a list of them. */
final class EntryFile {
    private final Source source;
    private final EntryType type;
    private final String id;
    private final ValueReader values;
    private final Findings findings;
    private final List<Entry> entries = new ArrayList<>();

    /** @param id the file's path under {@code content/} without its ending */
    EntryFile(Source source, EntryType type, String id, ValueReader values, Findings findings) {
        this.source = source;
        this.type = type;
        this.id = id;
        this.values = values;
        this.findings = findings;
    }

    /** Its entries, as good as they can be read. */
    List<Entry> read() {
        if (EntryReader.ending(source.path()).equals("md")) {
            readMarkdown();
        } else {
            readYaml();
        }
        return List.copyOf(entries);
    }

    private void readYaml() {
        Optional<Yaml> root = values.parsers().yaml(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Sequence list) {
            readList(list);
        } else if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            add(id, fields(binder(mapping), true), source.start());
        } else if (root.isPresent() || !isReported()) {
            String message = "an entry must be keys with values";
            findings.add(Code.WRONG_KIND, source.start(), message, hint(root, "begin with 'title: …'"));
        }
    }

    /** Whether it is said already why there is nothing in it. */
    private boolean isReported() {
        return findings.hasErrorsIn(source.path()::equals);
    }

    private static String hint(Optional<Yaml> root, String usual) {
        return root.filter(Yaml::isGlued).isPresent() ? "write a blank after each colon: 'title: …'" : usual;
    }

    private Binder binder(Yaml.Mapping mapping) {
        return new Binder(mapping, "an entry of type '" + type.name() + "'", findings);
    }

    private void readMarkdown() {
        FrontMatter.split(source, findings).ifPresent(parts -> {
            Optional<Yaml> root = values.parsers().yaml(source, parts.yaml(), findings);
            if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
                Map<String, Field> fields = fields(binder(mapping), false);
                Prose text = values.prose(parts.body(), findings);
                if (!text.isEmpty()) {
                    fields.put(
                            Entry.TEXT,
                            new Field(new Value.Rich(text), parts.body().start()));
                }
                add(id, fields, source.start());
            } else if (root.isPresent() || !isReported()) {
                String message = "the front matter must be keys with values";
                String hint = hint(root, "write 'title: …' between the two lines '---'");
                findings.add(Code.WRONG_KIND, root.map(Yaml::at).orElse(source.start()), message, hint);
            }
        });
    }

    private void readList(Yaml.Sequence list) {
        int number = 0;
        for (Yaml item : list.items()) {
            number++;
            if (item instanceof Yaml.Mapping mapping) {
                Binder binder = binder(mapping);
                Optional<String> own = binder.scalar("id").map(ValueReader::text);
                Map<String, Field> fields = fields(binder, true);
                add(id + "#" + own.orElse(slug(fields, number)), fields, item.at());
            } else {
                findings.add(
                        Code.WRONG_KIND,
                        item.at(),
                        "an entry must be keys with values, not " + item.describe(),
                        "write '- title: …' and the other fields below it");
            }
        }
    }

    private static String slug(Map<String, Field> fields, int number) {
        String fallback = Integer.toString(number);
        for (String name : List.of("slug", Entry.TITLE)) {
            if (fields.get(name) != null && fields.get(name).value() instanceof Value.Text text) {
                return Slug.of(text.text(), fallback);
            }
        }
        return fallback;
    }

    private void add(String entry, Map<String, Field> fields, Location at) {
        entries.add(new Entry(entry, type, fields, at));
    }

    /** @param withText whether the text is a field like the others; below front matter it is not */
    private Map<String, Field> fields(Binder binder, boolean withText) {
        Map<String, Field> fields = new LinkedHashMap<>();
        type.fields().forEach((name, spec) -> {
            if (withText || !name.equals(Entry.TEXT)) {
                field(name, spec, binder).ifPresent(field -> fields.put(name, field));
            }
        });
        binder.rejectOthers();
        describePicture(fields, binder);
        return fields;
    }

    private Optional<Field> field(String name, FieldSpec spec, Binder binder) {
        Optional<Yaml> written = binder.any(name);
        if (written.isEmpty()) {
            if (spec.required()) {
                binder.reportMissing(name);
            }
            return Optional.empty();
        }
        return values.read(spec.kind(), name, binder, findings)
                .map(value -> new Field(value, written.get().at()));
    }

    /** What is seen on a picture stands in a field beside it; {@code alt: ""} says that it only decorates. */
    private static void describePicture(Map<String, Field> fields, Binder binder) {
        Field image = fields.get("image");
        if (image != null && image.value() instanceof Value.Image picture) {
            Optional<Field> alt = Optional.ofNullable(fields.get("alt"));
            Optional<String> words =
                    alt.map(Field::value).filter(Value.Text.class::isInstance).map(text -> ((Value.Text) text).text());
            Optional<String> description = binder.isEmptyText("alt") ? Optional.of("") : words;
            Location at = picture.picture().at();
            Location describedAt = alt.map(Field::at).orElse(at);
            PictureRef described = new PictureRef(picture.picture().target(), description, at, describedAt);
            fields.put("image", new Field(new Value.Image(described), image.at()));
        }
    }
}
