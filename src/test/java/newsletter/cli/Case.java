package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A test that is data: a folder with a small workspace and what is expected of it. With the system property
 * {@code expected=refresh} what is expected is written anew instead of compared; look at the difference before you commit it.
 *
 * @param folder below {@code src/test/resources}
 */
record Case(Path folder) {
    private static final Path ALL = Path.of("src/test/resources");
    private static final boolean REFRESH = "refresh".equals(System.getProperty("expected"));

    /** All cases of a kind, by name. */
    static List<Case> all(String kind) throws IOException {
        try (Stream<Path> folders = Files.list(ALL.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().map(Case::new).toList();
        }
    }

    /** A copy of the workspace, for a command to write to. */
    Path copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    /** The arguments in the file {@code command}, else {@code build}. */
    String[] command() throws IOException {
        Path command = folder.resolve("command");
        return Files.exists(command) ? Files.readString(command).strip().split(" ") : new String[] {"build"};
    }

    /** What is expected, as text with LF. */
    String expected(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Compares with what is expected, or writes it anew. */
    void expect(String name, String actual) throws IOException {
        if (REFRESH) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), actual);
        }
        assertThat(actual).isEqualTo(expected(name));
    }

    /** How a report calls it. */
    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
