package newsletter.pipeline;

import java.time.Instant;
import java.util.Optional;
import newsletter.calendar.IssueCalendar;
import newsletter.email.Email;
import newsletter.email.EmailMaker;
import newsletter.finding.Findings;
import newsletter.model.Issue;
import newsletter.model.Page;
import newsletter.model.Publication;
import newsletter.render.IssueRenderer;

/** The stages from a filled issue to what is written, set up once for several issues. Not thread-safe. */
final class Workbench {
    private final Publication publication;
    private final IssueRenderer renderer;
    private final EmailMaker maker;
    private final DraftMessage draft;
    private final IssueCalendar calendar;
    private final Findings findings;

    /**
     * @param renderer reports to {@code findings}, as {@code maker} does
     * @param findings of these stages
     */
    Workbench(Publication publication, IssueRenderer renderer, EmailMaker maker, Instant now, Findings findings) {
        this.publication = publication;
        this.renderer = renderer;
        this.maker = maker;
        this.draft = new DraftMessage(publication, now, findings);
        this.calendar = new IssueCalendar(publication, renderer::deadlineOf);
        this.findings = findings;
    }

    /**
     * An issue, as good as it can be made; with an error among the findings there will be no message.
     *
     * @param sound whether what was read has no errors
     */
    Made make(Issue issue, boolean sound) {
        Page page = renderer.render(issue);
        Email email = maker.make(page.forAnyone(), publication);
        Email personal = page.isPersonal() ? maker.make(page, publication) : email;
        boolean writable = sound && !findings.hasErrors();
        if (writable) {
            draft.reportMissingSender();
        }
        return made(publication, issue, email, writable ? Optional.of(personal) : Optional.empty(), draft, calendar);
    }

    /** What is kept for later is not the whole workbench, and with it all that was read. */
    private static Made made(
            Publication publication,
            Issue issue,
            Email email,
            Optional<Email> personal,
            DraftMessage draft,
            IssueCalendar calendar) {
        return new Made(
                publication,
                issue,
                email,
                () -> personal.map(one -> draft.letter(issue, one)),
                draft::of,
                () -> calendar.files(issue));
    }
}
