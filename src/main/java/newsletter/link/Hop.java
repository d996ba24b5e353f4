package newsletter.link;

/**
 * One redirect.
 *
 * @param status 301, 302, 303, 307 or 308
 * @param to where it leads
 */
public record Hop(int status, String to) {
    /** Whether the server says that the old address will not be used again (RFC 9110, sections 15.4.2 and 15.4.9). */
    public boolean isPermanent() {
        return status == 301 || status == 308;
    }
}
