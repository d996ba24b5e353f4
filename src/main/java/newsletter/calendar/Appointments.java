package newsletter.calendar;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import newsletter.model.Entry;
import newsletter.model.EntryType;
import newsletter.model.Field;
import newsletter.model.Inline;
import newsletter.model.Moment;
import newsletter.model.Placement;
import newsletter.model.Prose;
import newsletter.model.Value;

/** Tells what of an entry belongs in a calendar. */
final class Appointments {
    private static final int LONGEST_DESCRIPTION = 300;

    private final UnaryOperator<String> deadlineTitle;

    /** @param deadlineTitle what to call the deadline of an entry with a title, in the publication's language */
    Appointments(UnaryOperator<String> deadlineTitle) {
        this.deadlineTitle = deadlineTitle;
    }

    /** What takes place; empty for an entry without a start. */
    Optional<Appointment> event(Placement placement) {
        Entry entry = placement.entry();
        return entry.moment(EntryType.START)
                .map(start -> Span.of(start, entry.moment(EntryType.END)))
                .map(span -> new Appointment(
                        entry.id(), entry.name(), span, false, entry.text("place"), description(entry), entry.url()));
    }

    /** By when its reader has to act; empty where there is nothing to do, or it is too late. */
    Optional<Appointment> deadline(Placement placement) {
        Entry entry = placement.entry();
        return placement.closing().map(closing -> deadline(entry, closing));
    }

    private Appointment deadline(Entry entry, Moment closing) {
        return new Appointment(
                entry.id() + " " + EntryType.DEADLINE,
                deadlineTitle.apply(entry.name()),
                Span.of(closing, Optional.empty()),
                true,
                Optional.empty(),
                description(entry),
                entry.url());
    }

    /** A few words, and the address again, which some calendars show nowhere else. */
    private static Optional<String> description(Entry entry) {
        Optional<String> words = entry.text("summary").or(() -> opening(entry)).map(Appointments::shortened);
        Optional<String> address = entry.url().map(URI::toString);
        return words.isPresent() && address.isPresent()
                ? Optional.of(words.get() + "\n\n" + address.get())
                : words.or(() -> address);
    }

    private static Optional<String> opening(Entry entry) {
        Field text = entry.fields().get(Entry.TEXT);
        return text != null && text.value() instanceof Value.Rich rich ? opening(rich.prose()) : Optional.empty();
    }

    private static Optional<String> opening(Prose prose) {
        return prose.blocks().stream()
                .map(block -> block.inlines().map(Appointments::words).collect(Collectors.joining()))
                .map(words -> words.strip().replaceAll("\\s+", " "))
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    /** An inline's own words; what stands in it comes by itself. */
    private static String words(Inline inline) {
        if (inline instanceof Inline.Text text) {
            return text.text();
        }
        if (inline instanceof Inline.Code code) {
            return code.text();
        }
        return inline instanceof Inline.Break ? " " : "";
    }

    private static String shortened(String words) {
        if (words.length() <= LONGEST_DESCRIPTION) {
            return words;
        }
        int space = words.lastIndexOf(' ', LONGEST_DESCRIPTION);
        int end = space > 0 ? space : words.offsetByCodePoints(0, LONGEST_DESCRIPTION / 2);
        return words.substring(0, end).replaceAll("[\\s,;:–-]+$", "") + "…";
    }
}
