package newsletter.content;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;
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
import newsletter.parse.YamlParser;

/** Reads the files under {@code content/}. */
final class EntryReader {
    private static final Set<String> PICTURES = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "heic", "heif", "avif", "svg", "bmp", "tif", "tiff", "pdf", "ics");

    private final Workspace workspace;
    private final Map<String, EntryType> byFolder = new TreeMap<>();
    private final ValueReader values;
    private final Findings findings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    EntryReader(Workspace workspace, Iterable<EntryType> types, ValueReader values, Findings findings) {
        this.workspace = workspace;
        this.values = values;
        this.findings = findings;
        types.forEach(type -> byFolder.put(type.folder(), type));
    }

    /** All entries by id. */
    Map<String, Entry> readAll() {
        workspace.files(Workspace.CONTENT).forEach(this::read);
        return entries;
    }

    private void read(Path file) {
        String name = workspace.name(file).substring(Workspace.CONTENT.length() + 1);
        boolean entry = isEntry(name);
        if (!entry && !PICTURES.contains(ending(name))) {
            Location at = new Source(workspace.name(file), "").start();
            findings.add(
                    Code.IGNORED_FILE,
                    at,
                    "this is neither an entry nor a picture, and nothing reads it",
                    "the names of entries end in .md or .yaml: rename it, or move it out of content/");
        }
        if (entry) {
            type(name, file)
                    .ifPresent(type -> workspace.read(file, findings).ifPresent(source -> read(source, type, name)));
        }
    }

    /** Whether a file of that name holds an entry, or several. */
    static boolean isEntry(String name) {
        return Set.of("md", "yaml", "yml").contains(ending(name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Optional<EntryType> type(String name, Path file) {
        String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        EntryType type = byFolder.get(folder);
        if (type == null) {
            Location at = new Source(workspace.name(file), "").start();
            String message = folder.isEmpty()
                    ? "an entry cannot stand in content/ itself: its folder says what type it is"
                    : "no entry type has the folder content/" + folder;
            findings.add(Code.UNKNOWN_FOLDER, at, message, Suggestion.hint(folder, byFolder.keySet(), "folders"));
        }
        return Optional.ofNullable(type);
    }

    private void read(Source source, EntryType type, String name) {
        String id = name.substring(0, name.lastIndexOf('.'));
        if (ending(name).equals("md")) {
            readMarkdown(source, type, id);
            return;
        }
        Optional<Yaml> root = YamlParser.parse(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Sequence list) {
            readList(list, type, id);
        } else if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            add(id, type, fields(binder(mapping, type), type, true), source.start());
        } else if (root.isPresent() || !isReported(source)) {
            String message = "an entry must be keys with values";
            findings.add(Code.WRONG_KIND, source.start(), message, hint(root, "begin with 'title: …'"));
        }
    }

    /** Whether it is said already why there is nothing in it. */
    private boolean isReported(Source source) {
        return findings.hasErrorsIn(source.path()::equals);
    }

    private static String hint(Optional<Yaml> root, String usual) {
        return root.filter(Yaml::isGlued).isPresent() ? "write a blank after each colon: 'title: …'" : usual;
    }

    private Binder binder(Yaml.Mapping mapping, EntryType type) {
        return new Binder(mapping, "an entry of type '" + type.name() + "'", findings);
    }

    private void readMarkdown(Source source, EntryType type, String id) {
        FrontMatter.split(source, findings).ifPresent(parts -> {
            Optional<Yaml> root = YamlParser.parse(source, parts.yaml(), findings);
            if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
                Map<String, Field> fields = fields(binder(mapping, type), type, false);
                Prose text = values.prose(parts.body(), findings);
                if (!text.isEmpty()) {
                    fields.put(
                            Entry.TEXT,
                            new Field(new Value.Rich(text), parts.body().start()));
                }
                add(id, type, fields, source.start());
            } else if (root.isPresent() || !isReported(source)) {
                String message = "the front matter must be keys with values";
                String hint = hint(root, "write 'title: …' between the two lines '---'");
                findings.add(Code.WRONG_KIND, root.map(Yaml::at).orElse(source.start()), message, hint);
            }
        });
    }

    private void readList(Yaml.Sequence list, EntryType type, String id) {
        int number = 0;
        for (Yaml item : list.items()) {
            number++;
            if (item instanceof Yaml.Mapping mapping) {
                Binder binder = binder(mapping, type);
                Optional<String> own = binder.scalar("id").map(ValueReader::text);
                Map<String, Field> fields = fields(binder, type, true);
                add(id + "#" + own.orElse(slug(fields, number)), type, fields, item.at());
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

    private void add(String id, EntryType type, Map<String, Field> fields, Location at) {
        Entry entry = new Entry(id, type, fields, at);
        Entry other = entries.putIfAbsent(id, entry);
        if (other != null) {
            String message = "there is an entry " + id + " already, in " + other.at();
            String hint = id.contains("#") ? "give one of the two an 'id' of its own" : "rename one of the two files";
            findings.add(Code.DUPLICATE_ID, at, message, hint);
        }
    }

    /** @param withText whether the text is a field like the others; below front matter it is not */
    private Map<String, Field> fields(Binder binder, EntryType type, boolean withText) {
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
