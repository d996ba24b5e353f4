package newsletter.cli;

import java.nio.charset.StandardCharsets;
import newsletter.email.Email;
import newsletter.pipeline.Build;

/**
 * How much an issue is, in numbers.
 *
 * @param pageBytes of the HTML
 * @param textBytes of the plain text
 */
record Extent(String id, int sections, int entries, int links, int pageBytes, int textBytes, int pictures) {
    static Extent of(Build.Made made) {
        Email email = made.email();
        return new Extent(
                made.issue().id(),
                made.issue().sections().size(),
                made.issue().entryCount(),
                email.links(),
                email.html().getBytes(StandardCharsets.UTF_8).length,
                email.text().getBytes(StandardCharsets.UTF_8).length,
                email.pictures().size());
    }
}
