package newsletter.preview;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all files again and again: for systems that tell of changes late or not at all, as macOS through Java, and most file
 * systems that lie on another machine.
 */
final class ScannedChanges implements Changes {
    /** In ms, between two looks; a newsletter has thousands of files at most. */
    private static final int BETWEEN = 300;

    private final Scope scope;
    private Map<Path, Stamp> known;

    ScannedChanges(Scope scope) throws IOException {
        this.scope = scope;
        this.known = look();
    }

    /** What tells that a file has changed: a key that is another after it was renamed over. */
    private record Stamp(FileTime time, long size, @Nullable Object key) {}

    @Override
    public int take(int millis) throws InterruptedException, IOException {
        long end = System.nanoTime() + millis * 1_000_000L;
        int changed = compare();
        while (changed == 0 && System.nanoTime() < end) {
            Thread.sleep(Math.min(BETWEEN, millis));
            changed = compare();
        }
        return changed;
    }

    /** What lies on another machine may have changed since the look. */
    @Override
    public Optional<Set<Path>> changed() {
        return Optional.empty();
    }

    @Override
    public boolean areWhole() {
        return false;
    }

    @Override
    public boolean isWaiting() throws IOException {
        return !look().equals(known);
    }

    private int compare() throws IOException {
        Map<Path, Stamp> now = look();
        long changed = Stream.concat(known.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(file -> !Objects.equals(known.get(file), now.get(file)))
                .count();
        known = now;
        return (int) changed;
    }

    private Map<Path, Stamp> look() throws IOException {
        Map<Path, Stamp> found = new HashMap<>();
        for (Path top : tops()) {
            Files.walkFileTree(top, new Look(found));
        }
        return found;
    }

    private List<Path> tops() {
        try (Stream<Path> beside = Files.list(scope.root())) {
            return beside.filter(scope::covers).toList();
        } catch (IOException e) {
            return List.of(); // The folder is gone, for now.
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private final class Look extends ScopeVisitor {
        private final Map<Path, Stamp> found;

        Look(Map<Path, Stamp> found) {
            super(scope);
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (scope.covers(file)) {
                found.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
