package newsletter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** We look. */
class ScannedChangesTest extends ChangesTest {
    @Override
    Changes over(Scope scope) throws IOException {
        return new ScannedChanges(scope);
    }

    @Test
    void itMayAlwaysBeAnyFile() throws IOException, InterruptedException {
        write("content/news/korea.md", "Another text\n");
        assertNoticed();

        assertThat(changes().changed()).isEmpty();
    }
}
