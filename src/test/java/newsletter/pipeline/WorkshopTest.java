package newsletter.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import newsletter.cache.CacheFile;
import newsletter.cache.Codec;
import newsletter.cache.Packer;
import newsletter.cache.Unpacker;
import newsletter.content.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {
    private static final String STYLES = "p { color: #004494; }\n";

    @TempDir
    private Path folder;

    @TempDir
    private Path caches;

    @BeforeEach
    void layOut() throws IOException {
        write("newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n");
        write("issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        write("content/news/one.md", "---\ntitle: One\ndate: 2018-09-01\n---\nOne story.\n");
        write("templates/style.css", STYLES);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Workspace workspace() {
        return Workspace.around(folder).orElseThrow();
    }

    private CacheFile cache() {
        return CacheFile.open(caches.resolve("tool"), "a newsletter");
    }

    private static List<Made> make(Workshop workshop) {
        return new Build(workshop, InstantSource.system()).draft(List.of()).made();
    }

    /** Writes nothing, so that whoever reads it fails. */
    private static final class Nonsense implements Codec<String> {
        @Override
        public void pack(String value, Packer to) {
            // Nothing.
        }

        @Override
        public String unpack(Unpacker from) {
            return from.text();
        }
    }

    /** An editor whose theme could not be prepared once goes on when that has passed, and does not begin anew. */
    @Test
    void preparesTheThemeAnewWhereThatFailed() {
        try (CacheFile cache = cache()) {
            byte[] key = ("styles\n" + STYLES).getBytes(StandardCharsets.UTF_8);
            cache.value(key, new Nonsense(), () -> Optional.of(""), () -> true);
            cache.save();
        }
        Workshop workshop = new Workshop(workspace(), cache());

        assertThatThrownBy(() -> make(workshop)).isInstanceOf(RuntimeException.class);
        assertThat(make(workshop)).hasSize(1);
    }

    @Test
    void leavesNothingBesideTheCache() throws IOException {
        make(new Workshop(workspace(), cache()));
        assertThat(caches.toFile().list()).hasSize(1);
        write("newsletter.yaml", "- a\n");
        write("templates/style.css", "p { color: #AA0000; }\n");

        assertThat(make(new Workshop(workspace(), cache()))).isEmpty();
        assertThat(new AllIssues(workspace(), cache(), InstantSource.system(), (done, total) -> {})
                        .each((made, findings, sound) -> true)
                        .read())
                .isFalse();

        assertThat(caches.toFile().list()).hasSize(1);
    }
}
