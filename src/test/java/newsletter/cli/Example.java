package newsletter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The publication that comes with the tool. */
public final class Example {
    private Example() {}

    /** Copies it into a folder, which it creates. */
    public static Path copyTo(Path folder) throws IOException {
        for (String part : new String[] {"newsletter.yaml", "content", "issues"}) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(folder.resolve(file).getParent());
                    Files.copy(file, folder.resolve(file));
                }
            }
        }
        return folder;
    }
}
