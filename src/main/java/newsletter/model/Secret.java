package newsletter.model;

/**
 * What nobody may read.
 *
 * @param value as it is
 */
public record Secret(String value) {
    /** Without the value: nothing prints a secret. */
    @Override
    public String toString() {
        return "…";
    }
}
