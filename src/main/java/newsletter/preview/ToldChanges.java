package newsletter.preview;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Is told by the system what happens in a scope, also in folders that come later. */
final class ToldChanges implements Changes {
    /** In ms: how often a folder that is gone is looked for. */
    private static final int ABSENCE = 300;

    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Scope scope;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** What has events that nobody has read yet; until then the service tells no more of it. */
    private @Nullable WatchKey pending;

    /**
     * Begins to listen.
     *
     * @throws IOException when the system has no more watches to give
     */
    ToldChanges(Scope scope, WatchService service) throws IOException {
        this.scope = scope;
        this.service = service;
        addRoot();
    }

    private void addRoot() throws IOException {
        if (!Files.isDirectory(scope.root())) {
            return;
        }
        folders.put(scope.root().register(service, KINDS), scope.root());
        for (Path top : scope.tops().toList()) {
            addTree(top);
        }
    }

    private void addTree(Path top) throws IOException {
        if (Files.isDirectory(top)) {
            Files.walkFileTree(top, new Registration());
        }
    }

    @Override
    public int take(int millis) throws InterruptedException, IOException {
        boolean absent = !folders.containsValue(scope.root());
        int events = poll(absent ? Math.min(millis, ABSENCE) : millis);
        if (absent && Files.isDirectory(scope.root())) {
            addRoot();
            events++;
        }
        return events;
    }

    private int poll(int millis) throws InterruptedException, IOException {
        WatchKey key = pending == null ? service.poll(millis, TimeUnit.MILLISECONDS) : pending;
        pending = null;
        int events = 0;
        while (key != null) {
            events += read(key);
            key = service.poll();
        }
        return events;
    }

    @Override
    public boolean isWaiting() {
        if (pending == null) {
            pending = service.poll();
        }
        return pending != null;
    }

    private int read(WatchKey key) throws IOException {
        Path folder = folders.get(key);
        int events = 0;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder == null) {
                continue;
            }
            if (!(event.context() instanceof Path name)) {
                addRoot(); // Folders that came may be among what was lost.
                events++;
            } else if (scope.covers(folder.resolve(name))) {
                events++;
                if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)) {
                    addTree(folder.resolve(name));
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private final class Registration extends ScopeVisitor {
        Registration() {
            super(scope);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            FileVisitResult result = super.preVisitDirectory(folder, attributes);
            if (result != FileVisitResult.CONTINUE) {
                return result;
            }
            try {
                folders.put(folder.register(service, KINDS), folder);
                return result;
            } catch (NoSuchFileException e) {
                return FileVisitResult.SKIP_SUBTREE; // It came and went.
            }
        }
    }
}
