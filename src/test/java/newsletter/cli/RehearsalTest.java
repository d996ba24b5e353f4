package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @Test
    void buildsItsNewsletterAndGoesTheWayOfAMistake(@TempDir Path folder) throws IOException {
        Rehearsal.main(new String[] {folder.toString()});

        assertThat(folder.resolve("out/2020-01/index.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/2020-02/images")).isNotEmptyDirectory();
        assertThat(folder.resolve("out/2020-02/index.html"))
                .content()
                .contains("A “headline” with a picture", "A fair", "Another call", "Someone", "A notice", "A heading");
    }

    @Test
    void savesManyTimesForAPreview(@TempDir Path folder) throws IOException {
        Rehearsal.main(new String[] {folder.toString(), "preview"});

        assertThat(folder.resolve("content/news/plain.md")).content().contains("Saved 200 times");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void buildsNothingForTheHelpAlone(@TempDir Path folder) throws IOException {
        Rehearsal.main(new String[] {folder.toString(), "help"});

        assertThat(folder).isEmptyDirectory();
    }
}
