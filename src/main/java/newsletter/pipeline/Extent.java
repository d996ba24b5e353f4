package newsletter.pipeline;

/**
 * How much an issue is, in numbers.
 *
 * @param id of the issue
 * @param links addresses that the page leads to, each counted once
 * @param pageBytes the size of the page
 * @param textBytes the size of the plain text
 * @param pictureBytes the size of all pictures together
 */
public record Extent(
        String id,
        int sections,
        int entries,
        int links,
        long pageBytes,
        long textBytes,
        int pictures,
        long pictureBytes) {}
