package newsletter.send;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What is sent from a newsletter of each test's own to a mail server of its own. */
abstract class NewsroomTest {
    @TempDir
    Path temp;

    TestMailServer server;
    Newsroom newsroom;

    @BeforeEach
    void begin() {
        server = TestMailServer.friendly();
        newsroom = new Newsroom(temp, server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }
}
