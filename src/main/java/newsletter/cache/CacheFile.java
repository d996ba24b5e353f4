package newsletter.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values by keys, in a file from one run to the next. Only a saving of time: what is missing, damaged or cannot be written is
 * made again, and nobody is told. The file is replaced as a whole; of several processes the last one's stays. Thread-safe.
 */
public final class CacheFile implements AutoCloseable {
    private static final String PREFIX = "parsed-";
    private static final Duration UNUSED = Duration.ofDays(90);

    private final Optional<Path> file;
    private final byte[] owner;
    private final Set<Fingerprint> used = ConcurrentHashMap.newKeySet();
    private Optional<OldValues> old = Optional.empty();
    private Optional<NewValues> fresh = Optional.empty();
    private boolean opened;
    private volatile boolean closed;

    private CacheFile(Optional<Path> file, String owner) {
        this.file = file;
        this.owner = owner.getBytes(StandardCharsets.UTF_8);
    }

    /** One that finds nothing and keeps nothing. */
    public static CacheFile none() {
        return new CacheFile(Optional.empty(), "");
    }

    /**
     * A file with what an earlier run kept.
     *
     * @param owner a name for all that the values depend on apart from their keys: those of another owner are not found. The file
     *     lies in the same folder; neither need be there
     * @param subject what the values are about; each has a file of its own
     */
    public static CacheFile open(Path owner, String subject) {
        Fingerprint name = Fingerprint.of(subject.getBytes(StandardCharsets.UTF_8));
        return new CacheFile(Optional.of(owner.resolveSibling(PREFIX + name)), owner.toString());
    }

    /** Whether something may still be found and kept. */
    public boolean isOpen() {
        return !closed && file.isPresent();
    }

    /** The value under a key. */
    public Optional<byte[]> find(byte[] key) {
        Optional<byte[]> value = isOpen() ? old().flatMap(values -> values.find(key)) : Optional.empty();
        if (value.isPresent()) {
            used.add(Fingerprint.of(key));
        }
        return value;
    }

    /** Opened when it is first asked: not every command that could read entries does. */
    private synchronized Optional<OldValues> old() {
        if (!opened) {
            opened = true;
            old = file.flatMap(path -> OldValues.open(path, owner));
        }
        return old;
    }

    /** Has {@link #save} keep a value for the next run. */
    public synchronized void keep(byte[] key, byte[] value) {
        if (!isOpen()) {
            return;
        }
        try {
            if (fresh.isEmpty()) {
                fresh = Optional.of(NewValues.beside(file.orElseThrow()));
            }
            fresh.get().add(key, value);
        } catch (IOException e) {
            close();
        }
    }

    /** Keeps what was new in this run and what was found; what nobody asked for any more goes. Nothing is found or kept from then on. */
    public synchronized void save() {
        try {
            if (fresh.isPresent()) {
                if (old.isPresent()) {
                    old.get().copy(used, fresh.get());
                }
                fresh.get().finish(owner);
                old.ifPresent(OldValues::close);
                fresh.get().replace(file.orElseThrow());
                if (old.isEmpty()) {
                    sweep(file.get().toAbsolutePath());
                }
            }
        } catch (IOException e) {
            // The next run makes it again.
        } finally {
            close();
        }
    }

    /** Removes the files of subjects that nothing new was said of for long. */
    private static void sweep(Path file) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(UNUSED));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), PREFIX + "*")) {
            for (Path one : files) {
                if (Files.getLastModifiedTime(one).compareTo(oldest) < 0) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    /** Leaves the file as it was, unless it was saved. Nothing is found or kept from then on. */
    @Override
    public synchronized void close() {
        closed = true;
        old.ifPresent(OldValues::close);
        fresh.ifPresent(NewValues::close);
        old = Optional.empty();
        fresh = Optional.empty();
        used.clear();
    }
}
