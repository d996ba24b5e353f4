package newsletter.link;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The visits that wait for one host. Guarded by the {@link Rota}'s lock. */
final class HostLine {
    /** After so many answers in a row a host that had too much of us is asked by one more at once. */
    private static final int CALM = 8;

    private final Deque<Visit> waiting = new ArrayDeque<>();
    private final int most;
    private int limit;
    private int calm;
    private int running;
    private Instant opens = Instant.MIN;

    /** @param limit how many requests may run at once */
    HostLine(int limit) {
        this.most = limit;
        this.limit = limit;
    }

    /** One more who waits, before the others when it was under way already. */
    void join(Visit visit, boolean first) {
        if (first) {
            waiting.addFirst(visit);
        } else {
            waiting.addLast(visit);
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether a visit may begin, now or when the host opens. */
    boolean hasRoom() {
        return !waiting.isEmpty() && running < limit;
    }

    /** When the host takes visits again; in the past when it does now. */
    Instant opens() {
        return opens;
    }

    Visit begin() {
        running++;
        return waiting.removeFirst();
    }

    void end() {
        running--;
        calm++;
        if (calm >= CALM && limit < most) {
            limit++;
            calm = 0;
        }
    }

    void rest(Instant until) {
        opens = until.isAfter(opens) ? until : opens;
    }

    /** The host has had too much of us. */
    void slowDown() {
        limit = Math.max(1, limit / 2);
        calm = 0;
    }

    /** Sends everybody away who waits. */
    List<Visit> drain() {
        List<Visit> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
