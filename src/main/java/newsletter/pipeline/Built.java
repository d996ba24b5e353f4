package newsletter.pipeline;

import java.nio.file.Path;

/**
 * An issue that was built, in numbers.
 *
 * @param links addresses that the page leads to, each counted once
 * @param pageBytes the size of the page
 * @param textBytes the size of the plain text
 * @param pictureBytes the size of all pictures together
 * @param page where the page lies
 */
public record Built(
        String id,
        int sections,
        int entries,
        int links,
        long pageBytes,
        long textBytes,
        int pictures,
        long pictureBytes,
        Path page) {}
