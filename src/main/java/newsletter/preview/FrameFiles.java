package newsletter.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The frame around the page, from the jar. */
final class FrameFiles {
    private static final List<String> NAMES =
            List.of("index.html", "frame.css", "frame.js", "colors.js", "page.js", "update.js", "icon.svg");

    private final Map<String, byte[]> files = new HashMap<>();

    FrameFiles() {
        NAMES.forEach(name -> files.put(name, read(name)));
    }

    private static byte[] read(String name) {
        try (InputStream in = FrameFiles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file by its name. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
