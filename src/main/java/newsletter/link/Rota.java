package newsletter.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Says who visits whom next: few at a time to one host, many hosts at once, in turn; first everybody once, then those that
 * failed in passing once more. Thread-safe.
 */
final class Rota {
    /** Between a failure and the last round: a server that restarts needs a moment. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Pace pace;
    private final Clock clock;
    private final Pause pause;
    private final BiConsumer<Visit, Outcome> settle;
    private final Function<Visit, Optional<Outcome>> secondThoughts;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, HostLine> lines = new HashMap<>();
    private final Deque<HostLine> turns = new ArrayDeque<>();
    private final Map<Visit, HostLine> running = new HashMap<>();
    private Map<Visit, Instant> putOff = new LinkedHashMap<>();
    private int unsettled;
    private boolean stopped;

    /**
     * A rota without visits.
     *
     * @param settle told once what each visit came to, on the thread that made it
     * @param secondThoughts what a visit that would be tried once more came to, if that is known by the end of the first round
     */
    Rota(
            Pace pace,
            Clock clock,
            Pause pause,
            BiConsumer<Visit, Outcome> settle,
            Function<Visit, Optional<Outcome>> secondThoughts) {
        this.pace = pace;
        this.clock = clock;
        this.pause = pause;
        this.settle = settle;
        this.secondThoughts = secondThoughts;
    }

    /** Adds visits, before any is taken. */
    void addAll(List<Visit> visits) {
        lock.lock();
        try {
            unsettled += visits.size();
            visits.forEach(visit -> join(visit, false));
        } finally {
            lock.unlock();
        }
    }

    private void join(Visit visit, boolean first) {
        HostLine line = line(visit);
        if (line.isEmpty()) {
            turns.addLast(line);
        }
        line.join(visit, first);
    }

    private HostLine line(Visit visit) {
        return lines.computeIfAbsent(visit.at().host().name(), host -> new HostLine(pace.perHost()));
    }

    /**
     * The next visit to make; waits until there is one. Nothing when all are settled.
     *
     * @throws InterruptedException when the thread is asked to stop
     */
    Optional<Visit> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unsettled > 0 && !stopped) {
                Optional<Visit> next = next();
                if (next.isPresent()) {
                    changed.signal();
                    return next;
                }
                Optional<Instant> opens = opens();
                if (opens.isPresent()) {
                    pause.await(changed, Duration.between(clock.instant(), opens.get()));
                } else {
                    changed.await();
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** In turn, so that no host's visits wait for another's. */
    private Optional<Visit> next() {
        Instant now = clock.instant();
        for (int i = turns.size(); i > 0; i--) {
            HostLine line = turns.removeFirst();
            boolean open = line.hasRoom() && !line.opens().isAfter(now);
            Optional<Visit> visit = open ? Optional.of(line.begin()) : Optional.empty();
            if (!line.isEmpty()) {
                turns.addLast(line);
            }
            if (visit.isPresent()) {
                running.put(visit.get(), line);
                return visit;
            }
        }
        return Optional.empty();
    }

    /** When the next host opens whom only time keeps from being asked. */
    private Optional<Instant> opens() {
        return turns.stream().filter(HostLine::hasRoom).map(HostLine::opens).min(Instant::compareTo);
    }

    /** What is to be done next for a visit that was taken. */
    void after(Visit visit, Step step) {
        Map<Visit, Outcome> over = new HashMap<>();
        lock.lock();
        try {
            HostLine line = Objects.requireNonNull(running.remove(visit), "a visit that was taken");
            line.end();
            if (step instanceof Step.Settle done) {
                over.put(visit, done.outcome());
            } else if (step instanceof Step.Wait wait) {
                over.putAll(letRest(visit, line, wait));
            } else if (step instanceof Step.PutOff) {
                putOff.put(visit, clock.instant().plus(BREATH));
            } else {
                join(visit, !(step instanceof Step.Later));
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
        settle(over);
        lastRound().ifPresent(this::begin);
    }

    /** A host that wants more time than we have is left alone, by those too who still wait for it. */
    private Map<Visit, Outcome> letRest(Visit visit, HostLine line, Step.Wait wait) {
        line.slowDown();
        if (wait.time().compareTo(pace.patience()) <= 0) {
            line.rest(clock.instant().plus(wait.time()));
            join(visit, true);
            return Map.of();
        }
        Map<Visit, Outcome> over = new HashMap<>();
        over.put(visit, wait.otherwise());
        line.drain().forEach(other -> over.put(other, wait.otherwise()));
        turns.remove(line);
        return over;
    }

    private void settle(Map<Visit, Outcome> over) {
        over.forEach(settle);
        lock.lock();
        try {
            unsettled -= over.size();
            if (unsettled == 0) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Those that are to be tried once more, when everybody else is done. */
    private Optional<Map<Visit, Instant>> lastRound() {
        lock.lock();
        try {
            if (putOff.isEmpty() || !running.isEmpty() || !turns.isEmpty()) {
                return Optional.empty();
            }
            Map<Visit, Instant> round = putOff;
            putOff = new LinkedHashMap<>();
            return Optional.of(round);
        } finally {
            lock.unlock();
        }
    }

    /** @param round when each may be tried again */
    private void begin(Map<Visit, Instant> round) {
        Map<Visit, Outcome> known = new HashMap<>();
        round.keySet().forEach(visit -> secondThoughts.apply(visit).ifPresent(outcome -> known.put(visit, outcome)));
        settle(known);
        lock.lock();
        try {
            round.forEach((visit, then) -> {
                if (!known.containsKey(visit)) {
                    visit.tryOnceMore();
                    join(visit, false);
                    line(visit).rest(then);
                }
            });
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody begin any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
