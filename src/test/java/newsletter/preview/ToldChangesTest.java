package newsletter.preview;

import java.io.IOException;

/** The system tells. */
class ToldChangesTest extends ChangesTest {
    @Override
    Changes over(Scope scope) throws IOException {
        return new ToldChanges(scope, scope.root().getFileSystem().newWatchService());
    }
}
