package newsletter.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import newsletter.cache.CacheFile;
import newsletter.content.Library;
import newsletter.content.ReadFiles;
import newsletter.content.Workspace;
import newsletter.email.EmailMaker;
import newsletter.finding.Findings;
import newsletter.model.Publication;
import newsletter.parse.Parsers;
import newsletter.render.IssueRenderer;
import newsletter.render.ParsedTheme;

/**
 * What one build of a workspace leaves for the next in the same process: whatever was read, parsed and set up, for as long as the
 * files are as they were. Where all is told that has changed, what is made and what is found does not depend on it. Not
 * thread-safe.
 */
public final class Workshop {
    private final Workspace workspace;
    private final CacheFile cache;
    private final Parsers parsers;
    private final ReadFiles files;
    private Optional<Aside<Tools>> begun = Optional.empty();
    private Optional<Tools> tools = Optional.empty();
    private Optional<Renderer> renderer = Optional.empty();

    /**
     * One in which nothing was built yet.
     *
     * @param cache what an earlier run parsed of the workspace; serves the first build
     */
    public Workshop(Workspace workspace, CacheFile cache) {
        this.workspace = workspace;
        this.cache = cache;
        this.parsers = new Parsers(cache);
        this.files = new ReadFiles(workspace, parsers);
    }

    /** What depends on the theme alone; its findings go to nobody. */
    private record Tools(ParsedTheme theme, EmailMaker maker) {}

    /** What depends on the settings and the theme; its findings go to nobody. */
    private record Renderer(Publication publication, ParsedTheme theme, IssueRenderer renderer) {}

    Workspace workspace() {
        return workspace;
    }

    /**
     * Begins to prepare what makes the issues, and reads beside that what stands in them.
     *
     * @param changed all files that have changed since they were read, and perhaps others; empty when it may be any
     */
    Optional<Library> library(Optional<Set<Path>> changed, Findings findings) {
        if (tools.filter(kept -> kept.theme().isCurrent()).isEmpty()) {
            tools = Optional.empty();
            begun = Optional.of(Aside.begin(this::prepare));
        }
        files.readAgain(changed);
        return Library.read(files, findings);
    }

    /** Whether the entries, issues and settings are as they were read the last time; reads them. */
    public boolean isCurrent() {
        return files.isCurrent();
    }

    private Tools prepare() {
        ParsedTheme theme = new ParsedTheme(workspace.resolve(Workspace.TEMPLATES), parsers);
        EmailMaker maker = new EmailMaker(workspace.root(), cache, new Findings());
        theme.prepare();
        maker.prepare(theme.styleSheet());
        return new Tools(theme, maker);
    }

    private Tools tools() {
        Tools prepared = tools.orElseGet(() -> begun.orElseThrow().result());
        tools = Optional.of(prepared);
        return prepared;
    }

    /** Has the next run know what was parsed: all is, when there are a library and a renderer. */
    void keepParsed() {
        cache.save();
    }

    /** From then on nothing is taken from what an earlier run parsed, and nothing more is kept. */
    void closeCache() {
        cache.close();
    }

    EmailMaker maker(Publication publication) {
        EmailMaker maker = tools().maker();
        maker.prepare(publication);
        return maker;
    }

    /** The same publication is the same settings: see {@link ReadFiles}. */
    @SuppressWarnings("ReferenceEquality")
    IssueRenderer renderer(Publication publication) {
        ParsedTheme theme = tools().theme();
        Renderer current = renderer.filter(kept -> kept.publication() == publication && kept.theme() == theme)
                .orElseGet(
                        () -> new Renderer(publication, theme, new IssueRenderer(publication, theme, new Findings())));
        renderer = Optional.of(current);
        return current.renderer();
    }
}
