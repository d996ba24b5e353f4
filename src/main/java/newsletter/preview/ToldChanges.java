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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Is told by the system what happens in a scope, also in folders that come later. */
final class ToldChanges implements Changes {
    /** In ns: how often a folder that is gone is looked for. */
    private static final long ABSENCE = TimeUnit.MILLISECONDS.toNanos(300);

    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Scope scope;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** So many events of the scope nobody was told of yet. */
    private int untold;

    /** The files of the scope that were told of; empty when some were lost. */
    private Optional<Set<Path>> files = Optional.of(new HashSet<>());

    /** Whether no file has come or gone among these. */
    private boolean written = true;

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
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = end - System.nanoTime();
        while (!isWaiting() && left > 0) {
            await(left);
            left = end - System.nanoTime();
        }
        int told = untold;
        untold = 0;
        return told;
    }

    @Override
    public Optional<Set<Path>> changed() {
        Optional<Set<Path>> told = files;
        files = Optional.of(new HashSet<>());
        written = true;
        return told;
    }

    @Override
    public boolean areWhole() {
        return written
                && files.filter(told -> told.stream().noneMatch(ToldChanges::isEmpty))
                        .isPresent();
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            return true; // It is gone.
        }
    }

    private void await(long nanos) throws InterruptedException, IOException {
        boolean absent = !folders.containsValue(scope.root());
        long patience = absent ? Math.min(nanos, ABSENCE) : nanos;
        WatchKey key = service.poll(patience, TimeUnit.NANOSECONDS);
        if (key != null) {
            untold += read(key);
        }
        if (absent && Files.isDirectory(scope.root())) {
            addRoot();
            files = Optional.empty();
            untold++;
        }
    }

    @Override
    public boolean isWaiting() throws IOException {
        for (WatchKey key = service.poll(); key != null; key = service.poll()) {
            untold += read(key);
        }
        return untold > 0;
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
                files = Optional.empty();
                events++;
            } else if (scope.covers(folder.resolve(name))) {
                files.ifPresent(told -> told.add(folder.resolve(name)));
                written &= event.kind().equals(StandardWatchEventKinds.ENTRY_MODIFY);
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
