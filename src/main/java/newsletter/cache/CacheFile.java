package newsletter.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Values by keys, in a file from one run to the next. Only a saving of time: what is missing, damaged or cannot be written is
 * made again, and nobody is told. The file is replaced as a whole; of several processes the last one's stays. Thread-safe.
 */
public final class CacheFile implements AutoCloseable {
    private static final String PREFIX = "parsed-";
    private static final Duration UNUSED = Duration.ofDays(90);
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Optional<Path> file;
    private final byte[] owner;
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
    private boolean isOpen() {
        return !closed && file.isPresent();
    }

    /**
     * The value under a key: what an earlier run kept, else what is made now and kept for the next.
     *
     * @param made gives nothing where there is none
     * @param worthKeeping whether what was made holds for all that have this key
     */
    public <T> Optional<T> value(byte[] key, Codec<T> codec, Supplier<Optional<T>> made, BooleanSupplier worthKeeping) {
        Optional<byte[]> known = find(key);
        if (known.isPresent()) {
            return known.map(bytes -> codec.unpack(new Unpacker(bytes)));
        }
        Optional<T> value = made.get();
        if (isOpen() && worthKeeping.getAsBoolean()) {
            value.ifPresent(one -> keep(key, codec, one));
        }
        return value;
    }

    private <T> void keep(byte[] key, Codec<T> codec, T value) {
        Packer packer = new Packer();
        codec.pack(value, packer);
        packer.bytes().ifPresent(bytes -> keep(key, bytes));
    }

    /** The value under a key. */
    Optional<byte[]> find(byte[] key) {
        return isOpen() ? old().flatMap(values -> values.find(key)) : Optional.empty();
    }

    /** Opened when it is first asked: not every command that could read entries does. */
    private synchronized Optional<OldValues> old() {
        if (!opened && !closed) {
            opened = true;
            old = file.flatMap(path -> OldValues.open(path, owner));
        }
        return old;
    }

    /** Has {@link #save} keep a value for the next run. */
    synchronized void keep(byte[] key, byte[] value) {
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
                    old.get().copyFound(fresh.get());
                }
                fresh.get().finish(owner);
                old.ifPresent(OldValues::close);
                fresh.get().replace(file.orElseThrow());
                sweep(file.get().toAbsolutePath());
            }
        } catch (IOException e) {
            // The next run makes it again.
        } finally {
            close();
        }
    }

    /** Removes the files of subjects that nothing new was said of for long, and what runs left that were killed. */
    private static void sweep(Path file) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), PREFIX + "*")) {
            for (Path one : files) {
                Duration most = NewValues.isWork(one) ? ABANDONED : UNUSED;
                if (Files.getLastModifiedTime(one)
                        .toInstant()
                        .isBefore(Instant.now().minus(most))) {
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
    }
}
