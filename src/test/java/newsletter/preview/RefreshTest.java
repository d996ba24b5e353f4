package newsletter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import newsletter.finding.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a save the files that changed are read, and then it is seen whether others are not as they were. */
@Timeout(60)
class RefreshTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<Optional<Set<Path>>> made = new LinkedBlockingQueue<>();
    private volatile BooleanSupplier current = () -> true;
    private volatile Runnable beside = () -> {};

    private final Maker maker = new Maker() {
        @Override
        public Proof make(Optional<String> issue, Optional<Set<Path>> changed, Consumer<Sheet> show) {
            made.add(changed);
            beside.run();
            return new Proof(issue, List.of(), false, List.of(), Set.of(), Optional.empty());
        }

        @Override
        public boolean isCurrent() {
            return current.getAsBoolean();
        }

        @Override
        public void askLinks(Optional<String> issue, Tally tally) {
            throw new IllegalStateException("nobody wants to know");
        }
    };

    private static boolean failed() {
        throw new Failure("cannot read the folder content: it is gone", new IOException());
    }

    @Test
    void readsWhatWasSavedAndAllWhereMoreHasChanged() throws IOException, InterruptedException {
        assertThatAllIsReadWhere(() -> false);
    }

    @Test
    void readsAllWhereNobodyCanTell() throws IOException, InterruptedException {
        assertThatAllIsReadWhere(RefreshTest::failed);
    }

    private void assertThatAllIsReadWhere(BooleanSupplier answer) throws IOException, InterruptedException {
        previewed(file -> {
            save(file);
            assertThat(untilQuiet()).containsOnly(Optional.of(Set.of(file)));

            current = answer;
            save(file);
            assertThat(untilQuiet()).containsOnly(Optional.of(Set.of(file)), Optional.empty());
        });
    }

    @Test
    void makesAgainWhatGitKeptFromBeingShownWithoutAChange() throws IOException, InterruptedException {
        Path lock = Files.createDirectory(folder.resolve(".git")).resolve("index.lock");
        previewed(file -> {
            beside = () -> lookIn(lock);
            save(file);

            assertThat(untilQuiet()).containsOnly(Optional.of(Set.of(file)), Optional.of(Set.of()));
        });
    }

    /** As git does to tell what has changed; the first page that is made falls into that. */
    private void lookIn(Path lock) {
        beside = () -> {};
        try {
            Files.createFile(lock);
            CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)
                    .execute(() -> lock.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done while a tab shows an issue. */
    private interface Work {
        void with(Path file) throws IOException, InterruptedException;
    }

    private void previewed(Work work) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder.resolve("content")).resolve("korea.md");
        Files.createFile(file);
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
                work.with(file);
            }
            thread.interrupt();
            thread.join();
        }
    }

    private static void save(Path file) throws IOException {
        Files.writeString(file, "Text\n", StandardOpenOption.APPEND);
    }

    private Optional<Set<Path>> next() throws InterruptedException {
        return poll(30_000).orElseThrow();
    }

    /** One save may be told of in parts. */
    private Set<Optional<Set<Path>>> untilQuiet() throws InterruptedException {
        Set<Optional<Set<Path>>> all = new HashSet<>();
        for (var next = poll(30_000); next.isPresent(); next = poll(300)) {
            all.add(next.get());
        }
        return all;
    }

    private Optional<Optional<Set<Path>>> poll(int millis) throws InterruptedException {
        return Optional.ofNullable(made.poll(millis, TimeUnit.MILLISECONDS));
    }
}
