package newsletter.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What happens to the files of a scope. For one thread. */
interface Changes extends AutoCloseable {
    /**
     * Waits until something has happened that nobody has been told of yet.
     *
     * @param millis how long at most
     * @return how many files it is about, some perhaps more than once; 0 when the time is over
     */
    int take(int millis) throws InterruptedException, IOException;

    /**
     * What has been told of since this was asked the last time.
     *
     * @return the files, and perhaps others; empty when it may be any
     */
    Optional<Set<Path>> changed();

    /** Whether what {@link #changed} tells is that files were written and nothing else, and none of them is empty: a save in one go. */
    boolean areWhole();

    /** Whether there is something to be told now. */
    boolean isWaiting() throws IOException;

    @Override
    void close() throws IOException;
}
