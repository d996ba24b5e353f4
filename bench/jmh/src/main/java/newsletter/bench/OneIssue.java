package newsletter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newsletter.cache.CacheFile;
import newsletter.content.IssueComposer;
import newsletter.content.Library;
import newsletter.content.Workspace;
import newsletter.email.Email;
import newsletter.email.EmailMaker;
import newsletter.email.style.StyleInliner;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Issue;
import newsletter.model.IssuePlan;
import newsletter.model.Page;
import newsletter.model.Palette;
import newsletter.model.Publication;
import newsletter.parse.FrontMatter;
import newsletter.parse.MarkdownParser;
import newsletter.parse.Parsers;
import newsletter.parse.Passage;
import newsletter.render.IssueRenderer;
import newsletter.render.ParsedTheme;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An issue at each of its stages, with what the next one takes. Not final, and filled late, as JMH wants it. */
@State(Scope.Benchmark)
public class OneIssue {
    /** A folder of the newsletter, from the one in which JMH was started. */
    @Param(".")
    private String folder;

    /** The issue's id. */
    @Param("2018-09")
    private String issue;

    private Workspace workspace;
    private Library library;
    private IssuePlan plan;
    private List<Passage> texts;
    private MarkdownParser markdown;
    private Issue filled;
    private Page page;
    private Source properties;
    private StyleInliner inliner;
    private Email email;

    /** Takes the issue through all stages once; what is wrong with it would be measured too, so that nothing may be. */
    @Setup
    public void make() {
        Findings findings = new Findings();
        workspace = Workspace.around(Path.of(folder)).orElseThrow();
        library = Library.read(workspace, findings).orElseThrow();
        plan = library.issues(List.of(issue), findings).get(0);
        texts = texts(findings);
        markdown = new MarkdownParser(publication().language());
        filled = resolve(findings);
        ParsedTheme theme = new ParsedTheme(workspace.resolve(Workspace.TEMPLATES), new Parsers());
        page = new IssueRenderer(publication(), theme, findings).render(filled).forAnyone();
        properties = new Source(Workspace.SETTINGS, new Palette(page.accent()).declarations());
        inliner = new StyleInliner(CacheFile.none(), findings);
        inliner.prepare(theme.styleSheet());
        email = new EmailMaker(workspace.root(), CacheFile.none(), findings).make(page, publication());
        if (findings.hasErrors()) {
            throw new IllegalStateException(findings.sorted().toString());
        }
    }

    /** Those below the front matter of all entries. */
    private List<Passage> texts(Findings findings) {
        try (Stream<Path> files = Files.walk(workspace.resolve("content"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> workspace.read(file, findings).orElseThrow())
                    .flatMap(source -> FrontMatter.split(source, findings).stream())
                    .map(FrontMatter::body)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Issue resolve(Findings findings) {
        return new IssueComposer(workspace, library, findings).compose(plan);
    }

    Publication publication() {
        return library.publication();
    }

    List<Passage> texts() {
        return texts;
    }

    MarkdownParser markdown() {
        return markdown;
    }

    Issue filled() {
        return filled;
    }

    Page page() {
        return page;
    }

    /** The custom properties of the page's colours. */
    Source properties() {
        return properties;
    }

    /** One that has read the theme's style sheet. */
    StyleInliner inliner() {
        return inliner;
    }

    Email email() {
        return email;
    }
}
