package newsletter.preview;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Whoever makes issues for the preview. */
public interface Maker {
    /**
     * Makes an issue as it stands now.
     *
     * @param issue its id; empty for the newest
     * @param changed all files that have changed since anything was made the last time, and perhaps others; empty when it may be
     *     any
     * @param show told of the issue where {@code build} would write it, before all is known that is wrong with it
     */
    Proof make(Optional<String> issue, Optional<Set<Path>> changed, Consumer<Sheet> show);

    /** Whether texts are as they were when something was made the last time; reads them all. */
    boolean isCurrent();

    /**
     * Asks the servers behind the links of an issue, and has what they say among the findings from then on. When the thread is
     * interrupted, ends soon.
     *
     * @param issue its id; empty for the newest
     */
    void askLinks(Optional<String> issue, Tally tally);

    /** Told how far the asking has come; one call at a time, from any thread. */
    @FunctionalInterface
    interface Tally {
        /**
         * Another link is settled.
         *
         * @param done how many are, with this one
         * @param total how many there are
         */
        void settled(int done, int total);
    }
}
