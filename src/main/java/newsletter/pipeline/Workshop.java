package newsletter.pipeline;

import java.util.Optional;
import newsletter.content.Library;
import newsletter.content.ReadFiles;
import newsletter.content.Workspace;
import newsletter.email.EmailMaker;
import newsletter.finding.Findings;
import newsletter.model.Publication;
import newsletter.render.IssueRenderer;

/**
 * What one build of a workspace leaves for the next in the same process: whatever was read, parsed and set up, for as long as the
 * files are as they were. What is made and what is found does not depend on it. Not thread-safe.
 */
public final class Workshop {
    private final Workspace workspace;
    private final ReadFiles files = new ReadFiles();
    private Optional<Tools> tools = Optional.empty();
    private Optional<Aside<Tools>> begun = Optional.empty();

    /** One in which nothing was built yet. */
    public Workshop(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What depends on the settings and the theme alone; its findings go to nobody. */
    record Tools(Publication publication, IssueRenderer renderer, EmailMaker maker) {}

    Workspace workspace() {
        return workspace;
    }

    Optional<Library> library(Findings findings) {
        return Library.read(workspace, files, this::prepare, findings);
    }

    /** Templates and style sheet do not wait for the entries. */
    private void prepare(Publication publication) {
        if (!isCurrent(publication)) {
            begun = Optional.of(Aside.begin(() -> set(publication)));
        }
    }

    /** What was prepared for the library that was read last. */
    Tools tools() {
        begun.map(Aside::result).ifPresent(prepared -> tools = Optional.of(prepared));
        begun = Optional.empty();
        return tools.orElseThrow();
    }

    /** The same publication is the same settings: see {@link ReadFiles}. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isCurrent(Publication publication) {
        return tools.filter(kept ->
                        kept.publication() == publication && kept.renderer().isCurrent())
                .isPresent();
    }

    private Tools set(Publication publication) {
        Findings unheard = new Findings();
        IssueRenderer renderer = new IssueRenderer(publication, workspace.resolve(Workspace.TEMPLATES), unheard);
        EmailMaker maker = new EmailMaker(publication, workspace.root(), unheard);
        renderer.prepare();
        maker.prepare(renderer.styleSheet());
        return new Tools(publication, renderer, maker);
    }
}
