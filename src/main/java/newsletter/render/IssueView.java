package newsletter.render;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import newsletter.model.Issue;
import newsletter.model.Publication;
import newsletter.model.Section;

/**
 * An issue as templates see it.
 *
 * @param intro rich text, ready for the medium
 * @param online where the page is on the web
 */
public record IssueView(
        String id,
        String title,
        LocalDate date,
        String subject,
        Optional<String> preheader,
        Optional<Object> intro,
        List<Section> sections,
        List<List<Section>> rows,
        Optional<URI> online,
        Optional<URI> unsubscribe) {
    /** The level of a heading in the intro: it stands right under the page's h1. */
    static final int HEADING_LEVEL = 2;

    /** Copies the lists. */
    public IssueView {
        sections = List.copyOf(sections);
        rows = List.copyOf(rows);
    }

    /** @param intro empty where the issue has none */
    static IssueView of(Issue issue, Optional<Object> intro, Publication publication) {
        return new IssueView(
                issue.id(),
                issue.title(),
                issue.date(),
                issue.subject(),
                issue.preheader(),
                intro,
                issue.sections(),
                issue.rows(),
                publication.url().map(url -> url.resolve(issue.id() + "/")),
                publication.unsubscribe());
    }
}
