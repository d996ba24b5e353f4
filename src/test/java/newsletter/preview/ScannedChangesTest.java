package newsletter.preview;

import java.io.IOException;

/** We look. */
class ScannedChangesTest extends ChangesTest {
    @Override
    Changes over(Scope scope) throws IOException {
        return new ScannedChanges(scope);
    }
}
