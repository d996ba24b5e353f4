package newsletter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a save the files that changed are read, and then it is seen whether others are not as they were. */
@Timeout(60)
class RefreshTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<Optional<Set<Path>>> made = new LinkedBlockingQueue<>();
    private volatile boolean current = true;

    private final Maker maker = new Maker() {
        @Override
        public Proof make(Optional<String> issue, Optional<Set<Path>> changed, Consumer<Sheet> show) {
            made.add(changed);
            return new Proof(issue, List.of(), false, List.of(), Set.of(), Optional.empty());
        }

        @Override
        public boolean isCurrent() {
            return current;
        }

        @Override
        public void askLinks(Optional<String> issue, Tally tally) {
            throw new IllegalStateException("nobody wants to know");
        }
    };

    @Test
    void readsWhatWasSavedAndAllWhereMoreHasChanged() throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder.resolve("content")).resolve("korea.md");
        try (Preview preview =
                Preview.start(Preview.Place.loopback(), OptionalInt.of(0), folder, Set.of("content"), maker)) {
            Thread thread = new Thread(() -> preview.run(Optional.empty()));
            thread.start();
            URI events = URI.create("http://127.0.0.1:" + preview.port() + "/_/events?issue=2018-09");
            try (InputStream reader = events.toURL().openStream()) {
                assertThat(reader.read()).isPositive();
                assertThat(List.of(next(), next()))
                        .as("before anything is saved")
                        .containsOnly(Optional.empty());

                Files.writeString(file, "Text\n");
                assertThat(next()).isEqualTo(Optional.of(Set.of(file)));
                assertThat(made.poll(200, TimeUnit.MILLISECONDS)).isNull();

                current = false;
                Files.writeString(file, "Another text\n");
                assertThat(next()).isEqualTo(Optional.of(Set.of(file)));
                assertThat(next()).isEmpty();
            }
            thread.interrupt();
            thread.join();
        }
    }

    private Optional<Set<Path>> next() throws InterruptedException {
        Optional<Set<Path>> next = made.poll(30, TimeUnit.SECONDS);
        return Optional.ofNullable(next).orElseThrow();
    }
}
