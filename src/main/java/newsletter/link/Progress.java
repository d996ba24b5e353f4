package newsletter.link;

/** Told of each address as it is settled; one call at a time, from any thread. */
@FunctionalInterface
public interface Progress {
    /**
     * Another one is settled.
     *
     * @param done how many are, with this one
     * @param total how many there are
     */
    void settled(Checked latest, int done, int total);

    /** Nobody is told. */
    static Progress none() {
        return (latest, done, total) -> {};
    }
}
