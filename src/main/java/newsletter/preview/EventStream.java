package newsletter.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * What one tab is told, as server-sent events (HTML, section 9.2). A tab that is slow gets the newest bulletin and not those
 * between.
 */
final class EventStream {
    private static final String END = "";

    private final LinkedBlockingDeque<String> waiting = new LinkedBlockingDeque<>();
    private final Duration silence;

    /** @param silence a comment after that much of it finds out that a tab is gone; it takes two to be sure */
    EventStream(Duration silence) {
        this.silence = silence;
    }

    /** Hands over a bulletin of one line; does not wait. */
    synchronized void send(String bulletin) {
        waiting.clear();
        waiting.add(bulletin);
    }

    /** Ends {@link #writeTo} when all is written. */
    synchronized void close() {
        waiting.add(END);
    }

    /** Writes what there is to tell until the tab is gone ({@code IOException}) or {@link #close} is called. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            String bulletin = waiting.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
            if (END.equals(bulletin)) {
                return;
            }
            String event = bulletin == null ? ": still here\n\n" : "data: " + bulletin + "\n\n";
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
