package newsletter.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import newsletter.calendar.CalendarFile;
import newsletter.email.Email;
import newsletter.email.picture.Picture;
import newsletter.message.Letter;
import newsletter.message.Message;
import newsletter.model.Issue;
import newsletter.model.Publication;

/**
 * An issue as it would be written. Whoever shows its page or looks for mistakes on it does not wait for the message and the calendar
 * files: those are made when somebody wants them, and nothing can be wrong with them alone. Thread-safe.
 */
public final class Made {
    /** The page's path in the issue's folder. */
    static final String PAGE = "index.html";

    private final Publication publication;
    private final Issue issue;
    private final Email email;
    private final Later<Optional<Letter>> letter;
    private final Later<Map<String, byte[]>> files;

    /**
     * @param email for somebody of whom nothing is known
     * @param letter what every reader gets, with its blanks; empty when there are errors
     * @param message of that letter
     */
    Made(
            Publication publication,
            Issue issue,
            Email email,
            Supplier<Optional<Letter>> letter,
            Function<Letter, Optional<Message>> message,
            Supplier<List<CalendarFile>> calendars) {
        this.publication = publication;
        this.issue = issue;
        this.email = email;
        this.letter = new Later<>(letter);
        this.files = new Later<>(() -> files(email, this.letter.get().flatMap(message), calendars.get()));
    }

    private static Map<String, byte[]> files(Email email, Optional<Message> message, List<CalendarFile> calendars) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        email.pictures().forEach(picture -> files.put(picture.path(), picture.bytes()));
        calendars.forEach(calendar -> files.put(calendar.path(), calendar.bytes()));
        message.ifPresent(one -> files.put("newsletter.eml", one.bytes()));
        files.put("newsletter.txt", email.text().getBytes(StandardCharsets.UTF_8));
        files.put(PAGE, email.html().getBytes(StandardCharsets.UTF_8));
        return Collections.unmodifiableMap(files);
    }

    /** Whose newsletter it is. */
    public Publication publication() {
        return publication;
    }

    /** What it says. */
    public Issue issue() {
        return issue;
    }

    /** The page and its plain text, for somebody of whom nothing is known. */
    public Email email() {
        return email;
    }

    /** What every reader gets, with its blanks; empty when there are errors. */
    public Optional<Letter> letter() {
        return letter.get();
    }

    /**
     * All files of its folder, by their paths in it with {@code /} between folders, in the order in which they are written: a file
     * comes after those that it shows. The bytes are not to be changed.
     */
    public Map<String, byte[]> files() {
        return files.get();
    }

    /** How much it is. */
    public Extent extent() {
        return new Extent(
                issue.id(),
                issue.sections().size(),
                issue.entryCount(),
                email.links(),
                email.html().getBytes(StandardCharsets.UTF_8).length,
                email.text().getBytes(StandardCharsets.UTF_8).length,
                email.pictures().size(),
                email.pictures().stream()
                        .map(Picture::bytes)
                        .mapToLong(bytes -> bytes.length)
                        .sum());
    }
}
