package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day's work in a row: every edit is shown, good or bad. The whole proof is {@code -Dnewsletter.edits=1000}. */
class PreviewSoakTest {
    private static final int EDITS = Integer.getInteger("newsletter.edits", 40);
    private static final long SEED = Long.getLong("newsletter.seed", 5);

    /** In bytes: what the preview may hold more at the end than after the first edits. */
    private static final long GROWTH = 24L << 20;

    @TempDir
    private Path temp;

    private Path entry = Path.of("");
    private String written = "";

    @Test
    void showsEveryEditAndHoldsNoMoreMemoryThanBefore() throws IOException, InterruptedException {
        Example.copyTo(temp);
        entry = temp.resolve("content/news/korea-agreement.md");
        written = Files.readString(entry);
        try (RunningPreview preview = RunningPreview.of(temp, "--no-open")) {
            Listener listener = Listener.of(preview);
            Random random = new Random(SEED);
            long early = 0;
            for (int edit = 0; edit < EDITS; edit++) {
                String about = "edit " + edit + " of seed " + SEED;
                if (random.nextInt(4) == 0) {
                    save(spoiled(random), random);
                    listener.await(about, bulletin -> bulletin.get("broken").getAsBoolean());
                }
                String title = "Edited for the time " + edit + "x";
                save(written.replaceFirst("title: .*", "title: " + title), random);
                listener.await(
                        about,
                        bulletin -> !bulletin.get("broken").getAsBoolean()
                                && listener.page("2018-09").contains(title));
                if (edit == EDITS / 4) {
                    early = heap();
                }
            }
            assertThat(heap() - early).isLessThan(GROWTH);
        }
    }

    /** What of the text is there while somebody types, or what is typed wrongly: the title is not there or cannot be read. */
    private String spoiled(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> written.substring(0, 4 + random.nextInt(6));
            case 1 -> written.replaceFirst("title:", "titel:");
            case 2 -> written.replaceFirst("date: .*", "date: soon");
            default -> written.replaceFirst("title: ", "title: [");
        };
    }

    private void save(String text, Random random) throws IOException {
        if (random.nextBoolean()) {
            Files.writeString(entry, text);
        } else {
            Path fresh = Files.writeString(entry.resolveSibling(".fresh.swp"), text);
            Files.move(fresh, entry, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
