package newsletter.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Notices when a save is over: one file that an editor writes, or hundreds that git does. For one thread.
 */
final class FileWatch implements AutoCloseable {
    /** In ms: a save is over when nothing happened for so long. Editors write, rename and set times within less. */
    private static final int SAVE = 8;

    /** In ms: the same, where it looks whole already. */
    private static final int WHOLE = 2;

    /** In ms: many files at once are somebody else's work, like git's, which pauses longer. */
    private static final int BURST = 60;

    /** So many events are a burst. */
    private static final int MANY = 12;

    /** In ms: how long a lock of git is believed. */
    private static final int GIT = 3000;

    /** File systems that lie on another machine, or on the other side of a virtual one: what is done there is not told here. */
    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "drvfs", "vboxsf", "prl_fs", "virtiofs", "fuse.sshfs");

    private final Changes changes;
    private final GitLock git;

    /** @param changes is closed with this */
    FileWatch(Changes changes, GitLock git) {
        this.changes = changes;
        this.git = git;
    }

    /**
     * Begins to watch.
     *
     * @throws IOException when the system has no more watches to give
     */
    static FileWatch over(Scope scope) throws IOException {
        return new FileWatch(changes(scope), GitLock.around(scope.root()));
    }

    private static Changes changes(Scope scope) throws IOException {
        Path root = scope.root();
        WatchService service = root.getFileSystem().newWatchService();
        // Java's own stand-in looks every two seconds or later.
        boolean slow = service.getClass().getSimpleName().contains("Polling");
        if (slow || REMOTE.contains(Files.getFileStore(root).type().toLowerCase(Locale.ROOT))) {
            service.close();
            return new ScannedChanges(scope);
        }
        return new ToldChanges(scope, service);
    }

    /**
     * Waits until something has changed and all is quiet again.
     *
     * @return all files that have changed since the last time, and perhaps others; empty when it may be any
     */
    Optional<Set<Path>> awaitChange() throws InterruptedException, IOException {
        int events = 0;
        while (events == 0) {
            events = changes.take(Integer.MAX_VALUE);
        }
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GIT);
        int more = 1;
        while ((more > 0 || git.isHeld()) && System.nanoTime() < patience) {
            more = changes.take(events > MANY ? BURST : changes.areWhole() ? WHOLE : SAVE);
            events += more;
        }
        return changes.changed();
    }

    /**
     * Waits until git is done or something has changed.
     *
     * @param end the {@link System#nanoTime} at which the wait is over in any case
     */
    void awaitGit(long end) throws InterruptedException, IOException {
        while (git.isHeld() && !isWaiting() && System.nanoTime() < end) {
            Thread.sleep(SAVE);
        }
    }

    /** Whether something has changed again since {@link #awaitChange}, or git is at work. */
    boolean isRestless() throws IOException {
        return isWaiting() || git.isHeld();
    }

    /** Whether something has changed again since {@link #awaitChange}. */
    boolean isWaiting() throws IOException {
        return changes.isWaiting();
    }

    @Override
    public void close() throws IOException {
        changes.close();
    }
}
