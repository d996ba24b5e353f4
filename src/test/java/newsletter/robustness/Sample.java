package newsletter.robustness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the example publication, as people write it.
 *
 * @param path below the root, with {@code /} between folders
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sample(String path, byte[] bytes) {
    /** All files of content, issues and settings. */
    static List<Sample> texts() {
        return Stream.of("newsletter.yaml", "issues", "content")
                .flatMap(top -> Newsletter.files(Path.of(top)).stream())
                .filter(file -> file.toString().matches(".*\\.(md|ya?ml)"))
                .map(Sample::of)
                .toList();
    }

    /** All files of the theme. */
    static List<Sample> templates() {
        return Newsletter.files(Path.of("templates")).stream().map(Sample::of).toList();
    }

    private static Sample of(Path file) {
        return new Sample(file.toString().replace('\\', '/'), Newsletter.bytes(file));
    }

    /** The first bytes of it; they may end within a character. */
    byte[] prefix(int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** Where it would stand in the small newsletter. */
    String place() {
        return path.startsWith("issues/") ? "issues/2018-09.yaml" : path;
    }
}
