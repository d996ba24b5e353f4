package newsletter.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import newsletter.content.Workspace;
import newsletter.finding.Findings;
import newsletter.link.Link;
import newsletter.link.LinkCheck;
import newsletter.link.LinkFindings;
import newsletter.link.LinkMemory;
import newsletter.link.LinkReport;
import newsletter.link.LinkSettings;
import newsletter.link.PageLinks;
import newsletter.link.Pause;
import newsletter.link.Progress;
import newsletter.link.Waivers;
import newsletter.model.Publication;
import newsletter.pipeline.Build;

/** The half of a check that asks the servers behind the links. */
final class LinkInspection {
    private static final String MEMORY = ".newsletter/links";

    private final Surroundings surroundings;
    private final Workspace workspace;
    private final LinkOptions options;

    LinkInspection(Surroundings surroundings, Workspace workspace, LinkOptions options) {
        this.surroundings = surroundings;
        this.workspace = workspace;
        this.options = options;
    }

    /**
     * Judges the links of issues, each address once.
     *
     * @param publication theirs
     * @param findings where what is wrong with them goes
     */
    LinkReport run(Publication publication, List<Build.Made> issues, Findings findings) {
        Clock clock = surroundings.clock().withZone(publication.timezone());
        LinkSettings settings = settings(publication);
        LinkCheck check = new LinkCheck(
                settings,
                surroundings.network(),
                LinkMemory.open(workspace.resolve(MEMORY), clock),
                clock,
                Pause.real());
        LinkReport report = check.run(links(issues), Set.of(), Progress.none());
        findings.addAll(new LinkFindings(settings.waivers(), LocalDate.now(clock)).of(report));
        return report;
    }

    private LinkSettings settings(Publication publication) {
        LinkSettings usual = LinkSettings.usual();
        return new LinkSettings(
                Waivers.none(),
                usual.pace(),
                options.offline(),
                options.fresh(),
                usual.looksInside(),
                publication.url());
    }

    private static List<Link> links(List<Build.Made> issues) {
        PageLinks links = new PageLinks();
        issues.forEach(made -> links.add(
                made.publication(),
                made.issue(),
                made.email().html(),
                made.email().origins()));
        return links.all();
    }
}
