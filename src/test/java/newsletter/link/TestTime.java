package newsletter.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** Time that passes when somebody waits, and not otherwise. */
final class TestTime extends Clock implements Pause {
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2018-09-03T08:00:00Z");

    @Override
    public synchronized void await(Condition signal, Duration atMost) {
        waits.add(atMost);
        now = now.plus(atMost);
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
