package newsletter.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Failure;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.parse.SourceDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The files of a theme as they are now: each from the publication's own folder where it is there, else built in, and read once.
 * Thread-safe.
 */
final class ThemeFiles implements TemplateLoader {
    private static final String BUILT_IN = "/newsletter/theme/";

    /** The layout of an entry for which no other can be found. */
    static final String FALLBACK_LAYOUT = "story";

    private static final List<String> BUILT_IN_LAYOUTS = List.of(FALLBACK_LAYOUT, "list", "cards", "quote", "notice");

    /** Templates that hold the page together. */
    private static final Set<String> NO_LAYOUTS = Set.of("index", "section", "macros");

    /** All templates that are built in, those first that are needed first. */
    static final List<String> TEMPLATES = Stream.concat(
                    Stream.of(
                            "index.ftlh",
                            "macros.ftlh",
                            "keys.ftl",
                            "section.ftlh",
                            "newsletter.ftl",
                            "macros.ftl",
                            "section.ftl"),
                    BUILT_IN_LAYOUTS.stream().flatMap(layout -> Stream.of(layout + ".ftlh", layout + ".ftl")))
            .toList();

    private final Path folder;
    private final Marks marks = new Marks();
    private final Map<String, Read> files = new ConcurrentHashMap<>();
    private final Map<String, Boolean> there = new ConcurrentHashMap<>();
    private final Map<Source, ThemeTemplate> templates = new ConcurrentHashMap<>();

    /** @param folder the publication's own templates; need not be there */
    ThemeFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * What a file came to.
     *
     * @param own whether the publication has such a file
     * @param source empty where nobody has it, or with a finding where it cannot be read
     */
    record Read(boolean own, Optional<Source> source, List<Finding> findings) {
        /** Copies the list. */
        Read {
            findings = List.copyOf(findings);
        }

        /** What is built in does not change. */
        boolean isLike(Read other) {
            return own == other.own
                    && (!own
                            || (source.map(Source::text).equals(other.source.map(Source::text))
                                    && findings.equals(other.findings)));
        }
    }

    /** A file of the theme. */
    Read read(String name) {
        return files.computeIfAbsent(name, this::load);
    }

    /** A template as FreeMarker gets it. */
    ThemeTemplate template(Source source) {
        return templates.computeIfAbsent(
                source,
                read -> read.path().endsWith(".ftlh") ? ThemeTemplate.marked(read, marks) : ThemeTemplate.plain(read));
    }

    /** What says in the page where a template's tags stand. */
    Marks marks() {
        return marks;
    }

    /** Whether there is such a file. */
    boolean has(String name) {
        return there.computeIfAbsent(name, this::isThere);
    }

    private boolean isThere(String name) {
        return Files.isRegularFile(folder.resolve(name)) || ThemeFiles.class.getResource(BUILT_IN + name) != null;
    }

    /** The names of all layouts, for "did you mean": the built-in ones, and the publication's own templates. */
    List<String> layouts() {
        Set<String> names = new TreeSet<>(BUILT_IN_LAYOUTS);
        try (Stream<Path> own = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            own.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ftlh"))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .filter(name -> !NO_LAYOUTS.contains(name))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new Failure("cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
        return List.copyOf(names);
    }

    /** Whether all that was read and looked for is still so. */
    boolean areCurrent() {
        return files.entrySet().stream().allMatch(file -> isCurrent(file.getKey(), file.getValue()))
                && there.entrySet().stream().allMatch(file -> isThere(file.getKey()) == file.getValue());
    }

    private boolean isCurrent(String name, Read read) {
        return !(read.own() || isOwn(name)) || load(name).isLike(read);
    }

    private boolean isOwn(String name) {
        Path own = folder.resolve(name).normalize();
        return own.startsWith(folder) && Files.isRegularFile(own);
    }

    private Read load(String name) {
        Findings findings = new Findings();
        boolean own = isOwn(name);
        Optional<Source> source = own ? loadOwn(name, findings) : builtIn(name, findings);
        return new Read(own, source, findings.sorted());
    }

    private Optional<Source> loadOwn(String name, Findings findings) {
        try {
            return SourceDecoder.read(folder.resolve(name).normalize(), "templates/" + name, findings);
        } catch (IOException e) {
            findings.add(Code.UNREADABLE, place(name), "the file cannot be read", "look at its permissions");
            return Optional.empty();
        }
    }

    private static Optional<Source> builtIn(String name, Findings findings) {
        try (InputStream in = name.contains("..") ? null : ThemeFiles.class.getResourceAsStream(BUILT_IN + name)) {
            return in == null
                    ? Optional.empty()
                    : SourceDecoder.decode("built-in templates/" + name, in.readAllBytes(), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file would begin that cannot be read. */
    static Location place(String name) {
        return new Source("templates/" + name, "").start();
    }

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return read(name).source().orElse(null);
    }

    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader(template((Source) source).text());
    }

    @Override
    public void closeTemplateSource(Object source) {
        // Nothing is open: the text was read whole.
    }
}
