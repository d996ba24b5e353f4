package newsletter.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.link.LinkCheck;
import newsletter.link.LinkFindings;
import newsletter.link.LinkMemory;
import newsletter.link.LinkReport;
import newsletter.link.LinkSettings;
import newsletter.link.Pause;
import newsletter.link.Progress;
import newsletter.model.Publication;
import newsletter.pipeline.Made;

/**
 * What is known of the links of a page while it is written: what can be told without a network, what was found good in the last
 * week, and what servers said when they were last asked. Thread-safe.
 */
final class ProofLinks {
    private final Surroundings surroundings;
    private final Workspace workspace;

    /** What servers said last; bad verdicts are kept nowhere else. */
    private volatile LinkReport answers = new LinkReport(List.of(), Optional.empty());

    ProofLinks(Surroundings surroundings, Workspace workspace) {
        this.surroundings = surroundings;
        this.workspace = workspace;
    }

    /**
     * Asks the servers behind the links of an issue; what they said of another's is kept. When the thread is interrupted, what was
     * heard by then is kept too. For one thread at a time.
     */
    void ask(Made made, Progress progress) {
        answers = answers(made, settings(made), progress).and(answers);
    }

    /** The links of an issue as they stand now. */
    LinkReport of(Made made) {
        return answers(made, settings(made).offline(true), Progress.none()).enrichedBy(answers);
    }

    /** What is wrong with these links. */
    List<Finding> findings(Made made, LinkReport report) {
        LocalDate today = LocalDate.now(clock(made.publication()));
        return new LinkFindings(settings(made).waivers(), today).of(report);
    }

    private LinkReport answers(Made made, LinkSettings settings, Progress progress) {
        Clock clock = clock(made.publication());
        LinkMemory memory = LinkMemory.open(workspace.resolve(LinkInspection.MEMORY), clock);
        return new LinkCheck(settings, surroundings.network(), memory, clock, Pause.real())
                .run(Inspected.links(made), Set.of(), progress);
    }

    private static LinkSettings settings(Made made) {
        return LinkSettings.of(made.publication());
    }

    private Clock clock(Publication publication) {
        return surroundings.clock().withZone(publication.timezone());
    }
}
