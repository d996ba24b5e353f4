package newsletter.content;

import java.util.HashSet;
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
import newsletter.parse.ValueReader;

/** Reads the files under {@code content/}, on all cores. */
final class EntryReader {
    private static final Set<String> PICTURES = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "heic", "heif", "avif", "svg", "bmp", "tif", "tiff", "pdf", "ics");

    private final Texts texts;
    private final Map<String, EntryType> byFolder = new TreeMap<>();
    private final ValueReader values;
    private final Remembered<List<Entry>> known;
    private final Findings findings;

    // What the files came to, in their order.
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> files = new HashSet<>();

    /** @param known what was read of files before, with the same settings */
    EntryReader(Texts texts, PublicationReader.Settings settings, Remembered<List<Entry>> known, Findings findings) {
        this.texts = texts;
        this.values = settings.values();
        this.known = known;
        this.findings = findings;
        settings.publication().types().values().forEach(type -> byFolder.put(type.folder(), type));
    }

    /**
     * What a file came to.
     *
     * @param text nothing where it is no entry or cannot be read
     */
    private record Reading(Optional<Source> text, List<Entry> entries, Findings findings) {}

    /** All entries by id. */
    Map<String, Entry> readAll() {
        List<Reading> readings =
                texts.files(Workspace.CONTENT).parallelStream().map(this::read).toList();
        readings.forEach(this::take);
        return entries;
    }

    private void take(Reading reading) {
        findings.addAll(reading.findings());
        reading.text().ifPresent(text -> files.add(text.path()));
        reading.entries().forEach(this::add);
    }

    /** The files that were read, by their paths. */
    Set<String> files() {
        return files;
    }

    private Reading read(WorkspaceFile file) {
        String name = file.name().substring(Workspace.CONTENT.length() + 1);
        Findings own = new Findings();
        Optional<EntryType> type = isEntry(name) ? type(name, file, own) : Optional.empty();
        if (!isEntry(name) && !PICTURES.contains(ending(name))) {
            own.add(
                    Code.IGNORED_FILE,
                    new Source(file.name(), "").start(),
                    "this is neither an entry nor a picture, and nothing reads it",
                    "the names of entries end in .md or .yaml: rename it, or move it out of content/");
        }
        Optional<Source> text = type.isEmpty() ? Optional.empty() : texts.read(file, own);
        List<Entry> read =
                text.map(source -> read(source, type.orElseThrow(), name, own)).orElse(List.of());
        return new Reading(text, read, own);
    }

    private List<Entry> read(Source source, EntryType type, String name, Findings own) {
        String id = name.substring(0, name.lastIndexOf('.'));
        return known.of(source, (text, found) -> new EntryFile(text, type, id, values, found).read(), own);
    }

    private void add(Entry entry) {
        Entry other = entries.putIfAbsent(entry.id(), entry);
        if (other != null) {
            String message = "there is an entry " + entry.id() + " already, in " + other.at();
            String hint =
                    entry.id().contains("#") ? "give one of the two an 'id' of its own" : "rename one of the two files";
            findings.add(Code.DUPLICATE_ID, entry.at(), message, hint);
        }
    }

    /** Whether a file of that name holds an entry, or several. */
    static boolean isEntry(String name) {
        return Set.of("md", "yaml", "yml").contains(ending(name));
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Optional<EntryType> type(String name, WorkspaceFile file, Findings own) {
        String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        EntryType type = byFolder.get(folder);
        if (type == null) {
            Location at = new Source(file.name(), "").start();
            String message = folder.isEmpty()
                    ? "an entry cannot stand in content/ itself: its folder says what type it is"
                    : "no entry type has the folder content/" + folder;
            own.add(Code.UNKNOWN_FOLDER, at, message, Suggestion.hint(folder, byFolder.keySet(), "folders"));
        }
        return Optional.ofNullable(type);
    }
}
