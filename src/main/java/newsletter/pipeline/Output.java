package newsletter.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import newsletter.finding.Failure;

/**
 * The folder of what was built. An issue's folder is made beside the old one and put in its place when it is whole, so that a
 * death in the middle leaves the last good one. A lock keeps two builds out of each other's way; it goes with the process.
 */
final class Output {
    private final Path folder;

    Output(Path folder) {
        this.folder = folder;
    }

    /**
     * A file to write.
     *
     * @param path below the issue's folder, with {@code /} between folders
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, written once.
    record File(String path, byte[] bytes) {}

    /**
     * Writes an issue's folder whole, in place of what was there.
     *
     * @return the folder
     * @throws Failure when that is not possible; what was there is left
     */
    Path write(String issue, List<File> files) {
        Path target = folder.resolve(issue);
        Path fresh = folder.resolve("." + issue + ".new");
        Path old = folder.resolve("." + issue + ".old");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = open(folder.resolve(".lock"));
                    FileLock lock = channel.lock()) {
                recover(target, old, lock);
                delete(fresh);
                for (File file : files) {
                    write(fresh.resolve(file.path()), file.bytes());
                }
                swap(fresh, target, old);
            }
            return target;
        } catch (IOException e) {
            throw new Failure(
                    "cannot write " + target + ": " + reason(e) + "; what was there before is still there", e);
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** A build that died between the two renames of {@link #swap} left only the old folder. */
    private static void recover(Path target, Path old, FileLock held) throws IOException {
        if (held.isValid() && Files.exists(old) && !Files.exists(target)) {
            Files.move(old, target);
        }
        delete(old);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void swap(Path fresh, Path target, Path old) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target);
            return;
        }
        Files.move(target, old);
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            Files.move(old, target);
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e instanceof java.nio.file.FileAlreadyExistsException
                        ? "a file of that name is in the way"
                        : String.valueOf(e.getMessage());
    }
}
