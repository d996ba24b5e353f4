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
        return Library.read(workspace, files, findings);
    }

    /** The same publication is the same settings: see {@link ReadFiles}. */
    @SuppressWarnings("ReferenceEquality")
    Tools tools(Publication publication) {
        Tools current = tools.filter(kept ->
                        kept.publication() == publication && kept.renderer().isCurrent())
                .orElseGet(() -> set(publication));
        tools = Optional.of(current);
        return current;
    }

    private Tools set(Publication publication) {
        Findings unheard = new Findings();
        return new Tools(
                publication,
                new IssueRenderer(publication, workspace.resolve(Workspace.TEMPLATES), unheard),
                new EmailMaker(publication, workspace.root(), unheard));
    }
}
