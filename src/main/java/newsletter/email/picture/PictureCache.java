package newsletter.email.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Pictures as they were developed, from build to build. Only a saving of time: what is missing, damaged or cannot be written is
 * developed again, and nobody is told. Several processes may use one folder.
 *
 * <p>A file is named by its key and holds 8 bytes, the CRC-32 (ISO 3309) of the rest, then the picture.
 */
final class PictureCache {
    private static final Duration UNUSED = Duration.ofDays(30);

    /** A picture that is used is marked so once a day, not at every build. */
    private static final Duration MARK = Duration.ofDays(1);

    private static final int SUM = Long.BYTES;

    private final Path folder;
    private final Clock clock;
    private boolean swept;

    /** @param folder is made when there is something to keep; its parent is the tool's own, ignored by git */
    PictureCache(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What was kept under a key; empty where there is nothing, or not what was written. */
    Optional<byte[]> find(String key) {
        Path file = folder.resolve(key);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > PictureReader.LARGEST_FILE + SUM) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            if (all.length <= SUM) {
                return Optional.empty();
            }
            byte[] picture = Arrays.copyOfRange(all, SUM, all.length);
            if (!Arrays.equals(sum(picture), Arrays.copyOf(all, SUM))) {
                return Optional.empty();
            }
            markUsed(file);
            return Optional.of(picture);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** So that it is not swept away. */
    private void markUsed(Path file) {
        try {
            if (isOlder(file, MARK)) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            }
        } catch (IOException e) {
            // The folder cannot be written to; then nothing is swept either.
        }
    }

    /** Keeps a picture, whole or not at all. */
    void keep(String key, byte[] picture) {
        try {
            prepare();
            Path fresh = Files.createTempFile(folder, key, ".tmp");
            try {
                Files.write(fresh, sum(picture));
                Files.write(fresh, picture, StandardOpenOption.APPEND);
                Files.move(fresh, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // It is developed again next time.
        }
    }

    /** Tells what was written from what a disk made of it; nobody else writes here. */
    private static byte[] sum(byte[] picture) {
        CRC32 sum = new CRC32();
        sum.update(picture);
        return ByteBuffer.allocate(SUM).putLong(sum.getValue()).array();
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder);
        Path ignore = folder.resolveSibling(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
        if (!swept) {
            swept = true;
            sweep();
        }
    }

    private void sweep() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.toList();
        }
        for (Path file : files) {
            if (isOlder(file, UNUSED)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isOlder(Path file, Duration age) throws IOException {
        Instant used = Files.getLastModifiedTime(file).toInstant();
        return used.isBefore(clock.instant().minus(age));
    }
}
