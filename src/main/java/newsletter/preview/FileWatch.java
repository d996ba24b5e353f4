package newsletter.preview;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices what changes in a newsletter's folder: its settings, and all below some folders, also those that come later. For one
 * thread.
 */
final class FileWatch implements AutoCloseable {
    /** In ms: a save is over when nothing happened for so long. Editors write, rename and set times within less. */
    private static final int SAVE = 8;

    /** In ms: many files at once are somebody else's work, like git's, which pauses longer. */
    private static final int BURST = 60;

    /** So many events are a burst. */
    private static final int MANY = 12;

    /** In ms: how long a lock of git is believed. */
    private static final int GIT = 3000;

    /** In ms: how often a folder that is gone is looked for. */
    private static final int ABSENCE = 300;

    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Path root;
    private final Set<String> watched;
    private final WatchService service;
    private final GitLock git;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** What has events that nobody has read yet; until then the service tells no more of it. */
    private @Nullable WatchKey pending;

    /**
     * Begins to watch.
     *
     * @param watched names in the root: of files, and of folders with all that is in them
     * @throws IOException when the system has no more watches to give
     */
    FileWatch(Path root, Set<String> watched) throws IOException {
        this.root = root;
        this.watched = Set.copyOf(watched);
        this.service = root.getFileSystem().newWatchService();
        this.git = GitLock.around(root);
        addRoot();
    }

    private void addRoot() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        folders.put(root.register(service, KINDS), root);
        for (String name : watched) {
            addTree(root.resolve(name));
        }
    }

    private void addTree(Path top) throws IOException {
        if (Files.isDirectory(top)) {
            Files.walkFileTree(top, new Registration());
        }
    }

    /** Waits until something has changed and all is quiet again. */
    void awaitChange() throws InterruptedException, IOException {
        int events = 0;
        while (events == 0) {
            events = take(folders.containsValue(root) ? Integer.MAX_VALUE : ABSENCE);
            if (!folders.containsValue(root) && Files.isDirectory(root)) {
                addRoot();
                events++;
            }
        }
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GIT);
        int more = 1;
        while ((more > 0 || git.isHeld()) && System.nanoTime() < patience) {
            more = take(events > MANY ? BURST : SAVE);
            events += more;
        }
    }

    /** Whether something has changed again since {@link #awaitChange}. */
    boolean isRestless() {
        if (pending == null) {
            pending = service.poll();
        }
        return pending != null || git.isHeld();
    }

    /** Takes events for at most so many ms, and says how many that matter there were. */
    private int take(int millis) throws InterruptedException, IOException {
        WatchKey key = pending == null ? service.poll(millis, TimeUnit.MILLISECONDS) : pending;
        pending = null;
        int events = 0;
        while (key != null) {
            events += read(key);
            key = service.poll();
        }
        return events;
    }

    private int read(WatchKey key) throws IOException {
        Path folder = folders.get(key);
        int events = 0;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder != null && matters(folder, event)) {
                events++;
                if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)) {
                    addTree(folder.resolve((Path) event.context()));
                } else if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                    addRoot(); // Folders that came may be among what was lost.
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return events;
    }

    private boolean matters(Path folder, WatchEvent<?> event) {
        if (!(event.context() instanceof Path name)) {
            return true;
        }
        return folder.equals(root) ? watched.contains(name.toString()) : !isHidden(name);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private final class Registration extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (isHidden(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            try {
                folders.put(folder.register(service, KINDS), folder);
                return FileVisitResult.CONTINUE;
            } catch (NoSuchFileException e) {
                return FileVisitResult.SKIP_SUBTREE; // It came and went.
            }
        }

        /** It may be gone again. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
