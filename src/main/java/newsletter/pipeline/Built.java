package newsletter.pipeline;

import java.nio.file.Path;

/**
 * An issue that was built.
 *
 * @param page where the page lies
 */
public record Built(Extent extent, Path page) {}
