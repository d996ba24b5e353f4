package newsletter.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Failure;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.parse.SourceDecoder;
import org.jspecify.annotations.Nullable;

/** The templates, style sheet and words: each file from the publication's own folder where it is there, else built in. */
final class Theme implements TemplateLoader {
    private static final String BUILT_IN = "/newsletter/theme/";

    /** The layout of an entry for which no other can be found. */
    static final String FALLBACK_LAYOUT = "story";

    private static final List<String> BUILT_IN_LAYOUTS = List.of(FALLBACK_LAYOUT, "list", "cards", "quote", "notice");

    /** Templates that hold the page together. */
    private static final Set<String> NO_LAYOUTS = Set.of("index", "section", "macros");

    private final Path folder;
    private final Findings findings;
    private final Map<String, Optional<Source>> read = new HashMap<>();
    private final Marks marks = new Marks();
    private final Map<Source, ThemeTemplate> templates = new HashMap<>();

    /** @param folder the publication's own templates; need not be there */
    Theme(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** A file of the theme; empty where neither has it, or with a finding where it cannot be read. */
    Optional<Source> source(String name) {
        return read.computeIfAbsent(name, this::load);
    }

    /** What writes the places of tags into the page. */
    Marks marks() {
        return marks;
    }

    /** Where something stands that FreeMarker found in a template; its lines and columns count the marks. */
    Location place(String name, int line, int column) {
        return source(name)
                .map(source -> template(source).original(line, column))
                .orElseGet(() -> new Location(new Source("templates/" + name, ""), line, column));
    }

    /** Where a file of the theme begins, whether or not it can be read. */
    Location start(String name) {
        return source(name).map(Source::start).orElseGet(() -> place(name));
    }

    private ThemeTemplate template(Source source) {
        return templates.computeIfAbsent(
                source,
                read -> read.path().endsWith(".ftlh") ? ThemeTemplate.marked(read, marks) : ThemeTemplate.plain(read));
    }

    /** Whether there is such a file. */
    boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name)) || Theme.class.getResource(BUILT_IN + name) != null;
    }

    /** Whether there is such a layout. */
    boolean hasLayout(String name) {
        return has(name + ".ftlh");
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

    private Optional<Source> load(String name) {
        try {
            Path own = folder.resolve(name).normalize();
            if (own.startsWith(folder) && Files.isRegularFile(own)) {
                return SourceDecoder.read(own, "templates/" + name, findings);
            }
            return builtIn(name);
        } catch (IOException e) {
            findings.add(Code.UNREADABLE, place(name), "the file cannot be read", "look at its permissions");
            return Optional.empty();
        }
    }

    private Optional<Source> builtIn(String name) throws IOException {
        try (InputStream in = name.contains("..") ? null : Theme.class.getResourceAsStream(BUILT_IN + name)) {
            return in == null
                    ? Optional.empty()
                    : SourceDecoder.decode("built-in templates/" + name, in.readAllBytes(), findings);
        }
    }

    private static Location place(String name) {
        return new Source("templates/" + name, "").start();
    }

    /** The words of a language, from its region's file, its own, or else in English. */
    Words words(Locale language) {
        Source english = source("words/en.yaml").orElseThrow();
        for (String tag : List.of(language.toLanguageTag(), language.getLanguage())) {
            Optional<Source> own = source("words/" + tag + ".yaml");
            if (own.isPresent()) {
                return Words.read(own.get(), english, findings);
            }
        }
        String tag = language.getLanguage();
        String hint = "copy templates/words/en.yaml to templates/words/" + tag + ".yaml and translate it";
        findings.add(
                Code.UNKNOWN_WORDS,
                new Source("newsletter.yaml", "").start(),
                "the theme has no words in the language '" + tag + "', so English ones are used",
                hint);
        return Words.read(english, english, findings);
    }

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return source(name).orElse(null);
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
