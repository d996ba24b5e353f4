package newsletter.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import newsletter.model.Issue;
import newsletter.model.Placement;
import newsletter.model.Publication;

/**
 * The calendar files of an issue: {@code calendar.ics} with every event and deadline, and {@code calendar/ANCHOR.ics} for each
 * event, by its anchor in the page. The same issue gives the same bytes; an entry has the same UID in every issue, so that a
 * later one corrects an earlier one in a reader's calendar.
 */
public final class IssueCalendar {
    private final Publication publication;
    private final Appointments appointments;

    /** @param deadlineTitle what to call the deadline of an entry with a title, in the publication's language */
    public IssueCalendar(Publication publication, UnaryOperator<String> deadlineTitle) {
        this.publication = publication;
        this.appointments = new Appointments(deadlineTitle);
    }

    /** The files; none for an issue without any date to keep. */
    public List<CalendarFile> files(Issue issue) {
        List<Placement> placements = issue.sections().stream()
                .flatMap(section -> section.entries().stream())
                .toList();
        List<Appointment> all = placements.stream().flatMap(this::all).toList();
        List<CalendarFile> files = new ArrayList<>();
        if (!all.isEmpty()) {
            files.add(new CalendarFile("calendar.ics", calendar(all, issue)));
        }
        placements.forEach(placement -> appointments
                .event(placement)
                .map(event -> calendar(List.of(event), issue))
                .map(bytes -> new CalendarFile("calendar/" + placement.anchor() + ".ics", bytes))
                .ifPresent(files::add));
        return files;
    }

    private Stream<Appointment> all(Placement placement) {
        return Stream.concat(appointments.event(placement).stream(), appointments.deadline(placement).stream());
    }

    private byte[] calendar(List<Appointment> all, Issue issue) {
        ContentLines lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//newsletter//newsletter//EN");
        // RFC 5546, 3.2.1: to publish takes an organizer. Without a sender it is a calendar of no method, which may be
        // read too.
        publication.sender().ifPresent(sender -> lines.add("METHOD", "PUBLISH"));
        EventLines events = new EventLines(publication, issue.date());
        all.forEach(appointment -> events.add(appointment, lines));
        return lines.add("END", "VCALENDAR").bytes();
    }
}
