package newsletter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The system tells. */
class ToldChangesTest extends ChangesTest {
    @Override
    Changes over(Scope scope) throws IOException {
        return new ToldChanges(scope, scope.root().getFileSystem().newWatchService());
    }

    @Test
    void saysWhichFilesOnce() throws IOException, InterruptedException {
        Path korea = write("content/news/korea.md", "Another text\n");
        Path settings = write("newsletter.yaml", "name: Cluster Courier\n");
        assertNoticed();

        assertThat(changes().changed()).isEqualTo(Optional.of(Set.of(korea, settings)));
        assertThat(changes().changed()).isEqualTo(Optional.of(Set.of()));
    }

    @Test
    void saysWhetherASaveLooksWhole() throws IOException, InterruptedException {
        write("content/news/korea.md", "Another text\n");
        assertNoticed();
        assertThat(changes().areWhole()).isTrue();

        write("content/news/korea.md", "");
        assertNoticed();
        assertThat(changes().areWhole()).as("emptied").isFalse();
        changes().changed();

        write("content/news/fresh.md", "Text\n");
        assertNoticed();
        assertThat(changes().areWhole()).as("a new one").isFalse();
        changes().changed();

        write("content/news/korea.md", "Text\n");
        assertNoticed();
        assertThat(changes().areWhole()).isTrue();
    }

    @Test
    void saysWhenItMayBeAnyFile() throws IOException, InterruptedException {
        for (String name : List.of("content/news/korea.md", "content/news", "content", "newsletter.yaml", "")) {
            Files.delete(root().resolve(name));
        }
        assertNoticed();
        write("content/news/korea.md", "Another text\n");

        assertNoticed();

        assertThat(changes().changed()).isEmpty();
    }
}
