package newsletter.calendar;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import newsletter.model.DomainName;
import newsletter.model.Publication;

/** Writes appointments as VEVENTs (RFC 5545, 3.6.1) that a publication invites to, without any attendee (RFC 5546, 3.2.1). */
final class EventLines {
    private final Publication publication;
    private final Instant stamp;

    /** @param day of the issue: what stands for the time of writing, so that the same issue gives the same bytes */
    EventLines(Publication publication, LocalDate day) {
        this.publication = publication;
        this.stamp = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void add(Appointment appointment, ContentLines lines) {
        boolean allDay = appointment.span() instanceof Span.Days;
        lines.add("BEGIN", "VEVENT").add("UID", uid(appointment)).add("DTSTAMP", stamp);
        add(appointment.span(), lines);
        lines.addText("SUMMARY", appointment.title());
        appointment.place().ifPresent(place -> lines.addText("LOCATION", place));
        appointment.description().ifPresent(words -> lines.addText("DESCRIPTION", words));
        appointment.url().ifPresent(url -> lines.add("URL", url.toASCIIString()));
        publication.sender().ifPresent(sender -> addOrganizer(sender, lines));
        lines.add("SEQUENCE", "0")
                .add("CLASS", "PUBLIC")
                .add("TRANSP", allDay || appointment.deadline() ? "TRANSPARENT" : "OPAQUE");
        if (appointment.deadline()) {
            addAlarm(appointment, lines);
        }
        lines.add("END", "VEVENT");
    }

    private static void add(Span span, ContentLines lines) {
        if (span instanceof Span.Days days) {
            // The end is the first day that no longer belongs to it (RFC 5545, 3.6.1).
            lines.add("DTSTART", days.first()).add("DTEND", days.last().plusDays(1));
        } else if (span instanceof Span.Times times) {
            lines.add("DTSTART", times.start());
            times.end().ifPresent(end -> lines.add("DTEND", end));
        }
    }

    private static void addOrganizer(Publication.Sender sender, ContentLines lines) {
        int at = sender.email().lastIndexOf('@');
        String local = URLEncoder.encode(sender.email().substring(0, at), StandardCharsets.UTF_8);
        String domain = DomainName.ascii(sender.email().substring(at + 1));
        lines.add("ORGANIZER;CN=" + ContentLines.quoted(sender.name()), "mailto:" + local + "@" + domain);
    }

    private static void addAlarm(Appointment appointment, ContentLines lines) {
        lines.add("BEGIN", "VALARM")
                .add("ACTION", "DISPLAY")
                .addText("DESCRIPTION", appointment.title())
                .add("TRIGGER;RELATED=START", "-P7D")
                .add("END", "VALARM");
    }

    /** The same for the same entry of the same publication, whatever else of it changes. */
    private String uid(Appointment appointment) {
        Optional<String> domain = publication.url().map(URI::getHost).or(this::senderDomain);
        String digest = digest(domain.orElse(publication.name()) + "\n" + appointment.key());
        return digest + domain.map(name -> "@" + name).orElse("");
    }

    private Optional<String> senderDomain() {
        return publication
                .sender()
                .map(sender ->
                        DomainName.ascii(sender.email().substring(sender.email().lastIndexOf('@') + 1)));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java platform has it.
        }
    }
}
