package newsletter.cache;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A file of values while it is written, which takes the place of the one before when it is whole: keys, each with its
 * value; then the owner as a key, and as its value what the slots are of all before; then that one's own slot. Nobody else on the
 * machine may read it. Not thread-safe.
 */
final class NewValues implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final String WORK = ".new-";

    private final Path work;
    private final OutputStream out;
    private final Map<Fingerprint, Slot> slots = new LinkedHashMap<>();
    private long at;

    private NewValues(Path work, OutputStream out) {
        this.work = work;
        this.out = out;
    }

    /** An empty one in the same folder, which is made where it is missing. */
    static NewValues beside(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path work = file.resolveSibling(
                file.getFileName() + WORK + ProcessHandle.current().pid());
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new NewValues(
                work,
                new BufferedOutputStream(
                        Channels.newOutputStream(Files.newByteChannel(work, options, ownersAlone(work))), BUFFER));
    }

    /** Whether a file is such a one that has not taken its place. */
    static boolean isWork(Path file) {
        return file.getFileName().toString().contains(WORK);
    }

    private static FileAttribute<?>[] ownersAlone(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    void add(byte[] key, byte[] value) throws IOException {
        slots.put(Fingerprint.of(key), write(key, value));
    }

    /** A value of an older file. */
    void add(Fingerprint fingerprint, Slot older, byte[] keyAndValue) throws IOException {
        slots.put(fingerprint, write(older.keyLength(), keyAndValue));
    }

    private Slot write(byte[] key, byte[] value) throws IOException {
        byte[] both = Arrays.copyOf(key, key.length + value.length);
        System.arraycopy(value, 0, both, key.length, value.length);
        return write(key.length, both);
    }

    private Slot write(int keyLength, byte[] keyAndValue) throws IOException {
        int valueLength = keyAndValue.length - keyLength;
        Slot slot = new Slot(at, keyLength, valueLength, Slot.sum(keyAndValue));
        out.write(keyAndValue);
        at += keyAndValue.length;
        return slot;
    }

    /** Nothing is added from then on. */
    void finish(byte[] owner) throws IOException {
        ByteBuffer list = ByteBuffer.allocate(slots.size() * (Fingerprint.BYTES + Slot.BYTES));
        slots.forEach((fingerprint, slot) -> {
            fingerprint.write(list);
            slot.write(list);
        });
        ByteBuffer end = ByteBuffer.allocate(Slot.BYTES);
        write(owner, list.array()).write(end);
        out.write(end.array());
        out.close();
    }

    /** Takes the place of a file in the same folder. */
    void replace(Path file) throws IOException {
        Files.move(work, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nothing is left of it, unless it has taken its place. */
    @Override
    public void close() {
        try {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(work);
            }
        } catch (IOException e) {
            // A later run of the same number writes over it.
        }
    }
}
