package newsletter.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeFilesTest {
    @Test
    void everyTemplateIsPreparedThatIsBuiltIn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".ftl") || name.endsWith(".ftlh")))
                    .containsExactlyInAnyOrderElementsOf(ThemeFiles.TEMPLATES);
        }
    }
}
