package newsletter.preview;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files of a newsletter's folder are looked after.
 *
 * @param root the folder, absolute
 * @param names in the root: of files, and of folders with all that is in them
 */
record Scope(Path root, Set<String> names) {
    /** A picture beside the settings is named by them. */
    private static final Set<String> PICTURES = Set.of(".png", ".jpg", ".jpeg", ".gif", ".webp");

    /** Copies the names. */
    Scope {
        names = Set.copyOf(names);
    }

    /** Whether it matters what becomes of a file or folder; editors and systems write hidden ones of their own. */
    boolean covers(Path file) {
        String name = file.getFileName().toString();
        if (root.equals(file.getParent())) {
            return names.contains(name) || PICTURES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
        }
        return !name.startsWith(".");
    }

    /** The files and folders in the root that matter, whether or not they are there. */
    Stream<Path> tops() {
        return names.stream().map(root::resolve);
    }
}
