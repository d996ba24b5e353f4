package newsletter.preview;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import newsletter.email.Email;
import newsletter.model.Issue;
import newsletter.model.Publication;

/**
 * An issue that can be shown.
 *
 * @param files gives what {@code build} writes, by the path in the issue's folder; the bytes are not to be changed
 * @param outlook reads the page as Outlook for Windows does
 */
public record Sheet(
        Publication publication,
        Issue issue,
        Email email,
        Supplier<Map<String, byte[]>> files,
        Supplier<String> outlook) {
    /** The path of the page itself. */
    static final String PAGE = "index.html";

    /** Whether a message is among the files. Who only wants to know that does not have it made. */
    boolean hasMessage() {
        return publication.sender().isPresent();
    }

    /** The file of that path; for the page of Outlook, that and the pictures on it. */
    Optional<byte[]> file(String path, boolean forOutlook) {
        return forOutlook && path.equals(PAGE)
                ? Optional.of(outlook.get().getBytes(StandardCharsets.UTF_8))
                : Optional.ofNullable(files.get().get(path));
    }
}
