package newsletter.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.parse.Guard;
import newsletter.parse.Parsers;

/**
 * The files of a theme as they are now, with its templates as FreeMarker has parsed them: the same for whatever is printed with
 * them. Thread-safe.
 */
public final class ParsedTheme {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    static final String STYLE_SHEET = "style.css";

    private final ThemeFiles files;
    private final Parsers parsers;
    private final TracedTemplates templates;
    private final Guard guard = new Guard(LIMIT);

    /**
     * The theme of a publication.
     *
     * @param folder the publication's own templates; need not be there
     * @param parsers who reads the words
     */
    public ParsedTheme(Path folder, Parsers parsers) {
        // FreeMarker would look for logging libraries, and print to the console. Read when its first class is
        // initialised.
        System.setProperty("org.freemarker.loggerLibrary", "none");
        this.files = new ThemeFiles(folder);
        this.parsers = parsers;
        this.templates = new TracedTemplates(files);
    }

    ThemeFiles files() {
        return files;
    }

    Parsers parsers() {
        return parsers;
    }

    TracedTemplates templates() {
        return templates;
    }

    /** Under which templates run. */
    Guard guard() {
        return guard;
    }

    /** Whether the files are still as they were read. */
    public boolean isCurrent() {
        return files.areCurrent();
    }

    /** What styles the page. */
    public Source styleSheet() {
        return new Theme(files, new Findings()).start(STYLE_SHEET).source();
    }

    /** Parses the templates that every theme has before they are needed; what is wrong with one is said when it is used. */
    public void prepare() {
        guard.run(() -> {
            ThemeFiles.TEMPLATES.forEach(this::parse);
            return true;
        });
    }

    private void parse(String template) {
        try {
            templates.getTemplate(template);
        } catch (IOException e) {
            // FreeMarker keeps that, and throws it again.
        }
    }
}
