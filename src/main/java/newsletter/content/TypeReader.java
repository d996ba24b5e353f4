package newsletter.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;
import newsletter.model.Entry;
import newsletter.model.EntryType;
import newsletter.model.EntryType.FieldSpec;
import newsletter.model.EntryType.SortKey;
import newsletter.model.FieldKind;
import newsletter.parse.Binder;
import newsletter.parse.Yaml;

/**
 * Reads declarations of entry types:
 *
 * <pre>
 * types:
 *   job:
 *     folder: jobs
 *     fields: {employer: text!, closes: date!, place: text}
 *     expires: closes
 *     sort: closes
 * </pre>
 */
final class TypeReader {
    /** Names by which templates know something else about an entry. */
    private static final Set<String> TAKEN = Set.of("id", "anchor", "type", "template", "closing", "lastChance");

    private static final List<SortKey> BY_DATE = List.of(new SortKey("weight", false), new SortKey(Entry.DATE, true));

    private final Map<String, FieldSpec> common = new LinkedHashMap<>();
    private final Map<String, EntryType> types = new LinkedHashMap<>();
    private final Findings findings;

    TypeReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads the fields that every type has. */
    void readCommon(Yaml.Mapping fields) {
        common.putAll(fields(fields));
    }

    /** Reads types; one that is there already is changed. */
    void read(Yaml.Mapping declarations) {
        declarations.members().forEach((name, member) -> {
            if (member.value() instanceof Yaml.Mapping declaration) {
                types.put(name, type(name, declaration));
                reportSharedFolder(types.get(name), member.keyAt());
            } else {
                String message = "the type '" + name + "' must be a group of keys, not "
                        + member.value().describe();
                findings.add(Code.WRONG_KIND, member.value().at(), message, "write 'fields: {…}' below it, indented");
            }
        });
    }

    /** All types by name. */
    Map<String, EntryType> types() {
        return types;
    }

    private EntryType type(String name, Yaml.Mapping declaration) {
        Binder binder = new Binder(declaration, "an entry type", findings);
        Optional<EntryType> base = Optional.ofNullable(types.get(name));
        Map<String, FieldSpec> fields =
                new LinkedHashMap<>(base.map(EntryType::fields).orElse(common));
        binder.group("fields").ifPresent(group -> fields.putAll(fields(group)));
        String folder = binder.scalar("folder")
                .map(this::folder)
                .or(() -> base.map(EntryType::folder))
                .orElse(name + "s");
        Optional<Yaml.Scalar> ownLayout = binder.scalar("layout");
        String layout = ownLayout
                .map(written -> written.text().strip())
                .or(() -> base.map(EntryType::layout))
                .orElse("story");
        Location layoutAt =
                ownLayout.map(Yaml::at).or(() -> base.map(EntryType::layoutAt)).orElse(declaration.at());
        List<String> expires =
                dates(binder, "expires", fields, base.map(EntryType::expires).orElse(List.of()));
        List<String> opens = dates(
                binder, "opens", fields, base.flatMap(EntryType::opens).stream().toList());
        List<SortKey> sort = sort(binder, fields, base.map(EntryType::sort).orElse(usual(expires)));
        binder.rejectOthers();
        return new EntryType(
                name, folder, layout, layoutAt, fields, expires, opens.stream().findFirst(), sort);
    }

    private String folder(Yaml.Scalar written) {
        String name = written.text().strip();
        if (name.contains("/") || name.contains("\\")) {
            String hint = "write the name of a folder in content/ alone, like jobs";
            findings.add(Code.BAD_ID, written.at(), "'" + name + "' cannot be a type's folder", hint);
        }
        return name;
    }

    /** An entry's folder says its type, so two types cannot share one. */
    private void reportSharedFolder(EntryType type, Location at) {
        types.values().stream()
                .filter(other ->
                        other.folder().equals(type.folder()) && !other.name().equals(type.name()))
                .findFirst()
                .ifPresent(other -> findings.add(
                        Code.DUPLICATE_FOLDER,
                        at,
                        "the types '" + type.name() + "' and '" + other.name() + "' have the same folder, content/"
                                + type.folder(),
                        "give this one a 'folder' of its own"));
    }

    private static List<SortKey> usual(List<String> expires) {
        return expires.isEmpty() ? BY_DATE : List.of(new SortKey(expires.get(0), false));
    }

    private Map<String, FieldSpec> fields(Yaml.Mapping group) {
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        group.members().forEach((name, member) -> {
            if (TAKEN.contains(name)) {
                String message = "a field cannot be called '" + name + "'";
                findings.add(
                        Code.UNKNOWN_FIELD,
                        member.keyAt(),
                        message,
                        "templates know something else by it: take another name");
            } else {
                spec(name, member.value()).ifPresent(spec -> fields.put(name, spec));
            }
        });
        return fields;
    }

    private Optional<FieldSpec> spec(String name, Yaml value) {
        if (!(value instanceof Yaml.Scalar scalar)) {
            String message = "the kind of '" + name + "' must be a single word, not " + value.describe();
            findings.add(Code.WRONG_KIND, value.at(), message, "kinds are: " + String.join(", ", FieldKind.words()));
            return Optional.empty();
        }
        String written = scalar.text().strip();
        boolean required = written.endsWith("!");
        String word = required ? written.substring(0, written.length() - 1) : written;
        Optional<FieldKind> kind = FieldKind.of(word);
        if (kind.isEmpty()) {
            String message = "there is no kind of field '" + word + "'";
            findings.add(Code.WRONG_KIND, value.at(), message, Suggestion.hint(word, FieldKind.words(), "kinds"));
        }
        return kind.map(found -> new FieldSpec(found, required));
    }

    private List<String> dates(Binder binder, String key, Map<String, FieldSpec> fields, List<String> otherwise) {
        List<Yaml.Scalar> written = binder.scalars(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        return written.stream()
                .filter(field -> isDate(field.text(), field.at(), fields))
                .map(Yaml.Scalar::text)
                .toList();
    }

    private boolean isDate(String field, Location at, Map<String, FieldSpec> fields) {
        if (!isField(field, at, fields)) {
            return false;
        }
        if (Optional.ofNullable(fields.get(field))
                .filter(spec -> spec.kind() == FieldKind.DATE)
                .isEmpty()) {
            String message = "'" + field + "' is not a date field";
            findings.add(Code.UNKNOWN_FIELD, at, message, "declare it as '" + field + ": date'");
            return false;
        }
        return true;
    }

    private boolean isField(String field, Location at, Map<String, FieldSpec> fields) {
        if (!fields.containsKey(field)) {
            String message = "the type has no field '" + field + "'";
            findings.add(Code.UNKNOWN_FIELD, at, message, Suggestion.hint(field, fields.keySet(), "its fields"));
            return false;
        }
        return true;
    }

    private List<SortKey> sort(Binder binder, Map<String, FieldSpec> fields, List<SortKey> otherwise) {
        List<SortKey> keys = sort(binder, fields);
        return keys.isEmpty() ? otherwise : keys;
    }

    /** The sort keys that a group gives, with a finding for each that is no field; empty where it gives none. */
    List<SortKey> sort(Binder binder, Map<String, FieldSpec> fields) {
        return binder.scalars("sort").stream()
                .filter(key -> isField(fieldOf(key.text()), key.at(), fields))
                .map(key -> new SortKey(fieldOf(key.text()), key.text().startsWith("-")))
                .toList();
    }

    private static String fieldOf(String sortKey) {
        return sortKey.startsWith("-") ? sortKey.substring(1) : sortKey;
    }
}
