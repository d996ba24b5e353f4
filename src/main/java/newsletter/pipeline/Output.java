package newsletter.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import newsletter.finding.Failure;

/**
 * The folder of what was built. All files of an issue that are not there as they should be are written elsewhere first; then each
 * takes its place in one step, the page last, and what is no longer needed goes. So there is a whole page with all that it shows at
 * every moment, even if the process dies in it. (A folder cannot be put in the place of another in one step: between two renames there
 * would be none.)
 * A lock keeps two builds out of each other's way; it goes with the process. Thread-safe: one issue is written at a time.
 */
final class Output {
    private static final String LOCK = ".lock";
    private static final String FRESH = ".new";

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
    record File(String path, byte[] bytes) {
        /** The folder that it lies in, below the issue's; empty for that itself. */
        String folder() {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
    }

    /**
     * Writes an issue's folder, which then holds these files and no others.
     *
     * @param files in the order in which they take their places: a file comes after those that it shows
     * @return the folder
     * @throws Failure when that is not possible; the page that was there is left
     */
    @SuppressWarnings("try") // The lock only has to be there.
    synchronized Path write(String issue, List<File> files) {
        Path target = folder.resolve(issue);
        try {
            createFolder(folder);
            try (FileChannel channel = open(folder.resolve(LOCK));
                    FileLock lock = channel.lock()) {
                replace(target, files);
            }
            return target;
        } catch (IOException e) {
            throw new Failure("cannot write " + target + ": " + reason(e) + "; the last good page is still there", e);
        }
    }

    private void replace(Path target, List<File> files) throws IOException {
        Path fresh = folder.resolve(FRESH);
        try {
            delete(fresh); // What a build left that died.
            List<File> changed = new ArrayList<>();
            for (File file : files) {
                if (!isThere(file, target)) {
                    createFolder(fresh.resolve(file.folder()));
                    Files.write(fresh.resolve(file.path()), file.bytes());
                    changed.add(file);
                }
            }
            put(fresh, target, changed);
            keepOnly(files, target);
        } finally {
            delete(fresh);
        }
    }

    private static boolean isThere(File file, Path target) {
        Path path = target.resolve(file.path());
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(path) == file.bytes().length
                    && Arrays.equals(Files.readAllBytes(path), file.bytes());
        } catch (IOException e) {
            return false; // What may not be read may still be replaced.
        }
    }

    private static void put(Path fresh, Path target, List<File> files) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (File file : files) {
            createFolder(target.resolve(file.folder()));
        }
        for (File file : files) {
            Files.move(fresh.resolve(file.path()), target.resolve(file.path()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void keepOnly(List<File> files, Path target) throws IOException {
        Set<Path> kept = new HashSet<>();
        for (File file : files) {
            Path path = Path.of(file.path());
            for (int depth = 1; depth <= path.getNameCount(); depth++) {
                kept.add(target.resolve(path.subpath(0, depth)));
            }
        }
        kept.add(target);
        for (Path path : deepestFirst(target)) {
            if (!kept.contains(path)) {
                Files.delete(path);
            }
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** {@code out} may be a link to a folder elsewhere, which {@code createDirectories} does not take for one before Java 20. */
    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : deepestFirst(folder)) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null
                ? "the file system does not say why"
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
