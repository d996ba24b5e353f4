package newsletter.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import newsletter.finding.Code;
import newsletter.finding.Failure;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.parse.SourceDecoder;

/**
 * A folder with a newsletter in it.
 *
 * @param root the folder that holds {@code newsletter.yaml}, absolute
 */
public record Workspace(Path root) {
    /** The file that makes a folder a newsletter. */
    public static final String SETTINGS = "newsletter.yaml";

    /** The folder of the entries. */
    static final String CONTENT = "content";

    /** The folder of the issues. */
    static final String ISSUES = "issues";

    /** The folder of the theme's own templates. */
    public static final String TEMPLATES = "templates";

    /** The folder that a build writes to. */
    public static final String OUTPUT = "out";

    /** All that an issue is made of: that file, and those folders with all that is in them. */
    public static final Set<String> SOURCES = Set.of(SETTINGS, CONTENT, ISSUES, TEMPLATES);

    /** The workspace around a folder: itself, or the nearest above it with {@value #SETTINGS}. */
    public static Optional<Workspace> around(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(SETTINGS))) {
                return Optional.of(new Workspace(at));
            }
        }
        return Optional.empty();
    }

    /** A file or folder of it, by its path below the root with {@code /} between folders. */
    public Path resolve(String path) {
        return root.resolve(path);
    }

    /** A file's path below the root, with {@code /} between folders and composed characters (macOS hands out decomposed ones). */
    public String name(Path file) {
        String name =
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** A file's text, or a finding and nothing. */
    public Optional<Source> read(Path file, Findings findings) {
        return read(new WorkspaceFile(name(file), file), findings);
    }

    /** A file's text, or a finding and nothing. */
    Optional<Source> read(WorkspaceFile file, Findings findings) {
        try {
            return SourceDecoder.read(file.path(), file.name(), findings);
        } catch (IOException e) {
            String hint = "look at its permissions, and whether it is a file at all";
            findings.add(Code.UNREADABLE, new Source(file.name(), "").start(), "the file cannot be read", hint);
            return Optional.empty();
        }
    }

    /** All files below a folder, but for those whose name, or whose folder's name, begins with a dot or an underscore; sorted. */
    List<WorkspaceFile> files(String folder) {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        List<WorkspaceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(top, new Visitor(top, file -> files.add(new WorkspaceFile(name(file), file))));
        } catch (IOException e) {
            throw new Failure("cannot read the folder " + name(top) + ": " + e.getMessage(), e);
        }
        files.sort((one, other) -> one.name().compareTo(other.name()));
        return files;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path top;
        private final Consumer<Path> found;

        Visitor(Path top, Consumer<Path> found) {
            this.top = top;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(top) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file)) {
                found.accept(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** What editors write beside a file, and remove, may come and go while a folder is looked through. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        private static boolean isHidden(Path file) {
            String name = file.getFileName().toString();
            return name.startsWith(".") || name.startsWith("_");
        }
    }
}
