package newsletter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed of a newsletter's files, whether the system tells of it or they are looked at again and again. */
abstract class ChangesTest {
    /** In ms: nothing takes so long. */
    private static final int PATIENCE = 10_000;

    /** In ms: what would come has come. */
    private static final int QUIET = 60;

    @TempDir
    private Path root;

    private Changes changes;

    abstract Changes over(Scope scope) throws IOException;

    @BeforeEach
    void start() throws IOException {
        write("newsletter.yaml", "name: Courier\n");
        write("content/news/korea.md", "Text\n");
        changes = over(new Scope(root, Set.of("newsletter.yaml", "content", "issues")));
    }

    @AfterEach
    void stop() throws IOException {
        changes.close();
    }

    final Path root() {
        return root;
    }

    final Changes changes() {
        return changes;
    }

    final Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void writeLater(String name) {
        try {
            write(name, "Another text\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void assertNoticed() throws IOException, InterruptedException {
        assertThat(changes.take(PATIENCE)).isPositive();
        while (changes.take(QUIET) > 0) {
            // One save may be told of in parts.
        }
        assertThat(changes.isWaiting()).isFalse();
    }

    private void assertPassedOver() throws IOException, InterruptedException {
        assertThat(changes.take(QUIET)).isZero();
    }

    @Test
    void saves() throws IOException, InterruptedException {
        assertPassedOver();

        write("content/news/korea.md", "Another text\n");

        assertNoticed();
        write("newsletter.yaml", "name: Cluster Courier\n");
        assertNoticed();
    }

    @Test
    void savesByRenaming() throws IOException, InterruptedException {
        Path fresh = write("content/news/.korea.swp", "Text\n");

        Files.move(fresh, root.resolve("content/news/korea.md"), StandardCopyOption.REPLACE_EXISTING);

        assertNoticed();
    }

    @Test
    void newFilesInNewFoldersAndThatTheyGo() throws IOException, InterruptedException {
        Path file = write("issues/old/deep/2018.yaml", "title: Old\n");
        assertNoticed();

        Files.delete(file);

        assertNoticed();
    }

    @Test
    void picturesBesideTheSettings() throws IOException, InterruptedException {
        write("Logo.PNG", "no picture");

        assertNoticed();
    }

    @Test
    void passesOverWhatIsNotOfTheNewsletter() throws IOException, InterruptedException {
        write("README.md", "Text\n");
        write("out/2018-09/index.html", "<p>");
        write("content/.git/index", "bytes");
        write("content/news/.korea.md.swp", "Text\n");

        assertPassedOver();
    }

    @Test
    void saysThatSomethingWaits() throws IOException, InterruptedException {
        assertThat(changes.isWaiting()).isFalse();

        Path file = write("content/news/korea.md", "Another text\n");
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        while (!changes.isWaiting() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(changes.isWaiting()).as(file.toString()).isTrue();
        assertNoticed();
    }

    @Test
    void waitsOnForASaveWhenSomethingElseIsWritten() throws IOException, InterruptedException {
        write("content/news/.korea.md.swp", "Text\n");
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                () -> writeLater("content/news/korea.md"),
                CompletableFuture.delayedExecutor(2 * QUIET, TimeUnit.MILLISECONDS));

        assertNoticed();
        later.join();
    }

    @Test
    void saysThatNothingWaitsWhenSomethingElseIsWritten() throws IOException {
        write("content/news/.korea.md.swp", "Text\n");
        long end = System.nanoTime() + QUIET * 1_000_000L;
        boolean waits = false;
        while (System.nanoTime() < end) {
            waits |= changes.isWaiting();
        }

        assertThat(waits).isFalse();
    }

    @Test
    void outlivesThatTheFolderIsGone() throws IOException, InterruptedException {
        Path away = root.resolveSibling(root.getFileName() + "-away");
        Files.move(root, away);
        assertThat(changes.take(QUIET)).isNotNegative();

        Files.move(away, root);
        write("content/news/korea.md", "Back again\n");

        assertNoticed();
    }
}
