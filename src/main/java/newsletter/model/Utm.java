package newsletter.model;

import java.util.Optional;

/**
 * What web statistics are told about a visit from the newsletter.
 *
 * @param campaign empty for the id
 */
public record Utm(String source, String medium, Optional<String> campaign) {}
