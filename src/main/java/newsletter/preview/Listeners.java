package newsletter.preview;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tabs that look at one issue. Thread-safe. */
final class Listeners {
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    void add(EventStream stream) {
        streams.add(stream);
    }

    void remove(EventStream stream) {
        streams.remove(stream);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    void send(String bulletin) {
        streams.forEach(stream -> stream.send(bulletin));
    }
}
