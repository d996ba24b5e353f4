package newsletter.send;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.model.Recipient;

/**
 * One issue on its way to one list, as the ledger has it. Safe to be used from several threads.
 *
 * <p>A delivery is claimed for a while (a lease), then the intent is written, then the message is handed to the server, then the
 * outcome is written. A lease that lapses before the intent frees the delivery for others; one that lapses after it leaves a
 * delivery of which nobody knows whether the server took it.
 */
public final class Mailing {
    /** Longer than any pause between two renewals, short enough that a dead sender is noticed soon. */
    static final Duration LEASE = Duration.ofSeconds(Integer.getInteger("newsletter.lease", 120));

    private static final Gson GSON = new Gson();
    private static final TypeToken<Map<String, String>> VALUES = new TypeToken<>() {};

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:]+@[^\\s<>:]+");

    private final Scribe scribe;
    private final long id;
    private final String owner;

    Mailing(Scribe scribe, long id, String owner) {
        this.scribe = scribe;
        this.id = id;
        this.owner = owner;
    }

    /**
     * What came of reading a list.
     *
     * @param recipients how many are on it, each mailbox counted once
     * @param repeated how many rows named a mailbox again
     * @param withdrawn how many were waiting and are no longer on it
     */
    public record Loaded(long recipients, long repeated, long withdrawn) {}

    /**
     * Puts the list's recipients into the ledger, wholly or not at all. Read again, new ones are added, and those who are gone
     * are no longer sent to.
     *
     * @param recipients read once, within the call
     */
    public Loaded load(Stream<Recipient> recipients) {
        return scribe.call(scribe -> new Intake(scribe, id).load(recipients.iterator()));
    }

    /**
     * Claims deliveries that are due, in the order of the list.
     *
     * @param most how many at most
     */
    public List<Delivery> claim(int most) {
        return scribe.call(scribe -> {
            PreparedStatement due = scribe.prepare(
                    "SELECT position, address, personal, attempts FROM delivery"
                            + " WHERE send = ? AND state = 0 AND due <= {now} AND lease < {now} ORDER BY position LIMIT ?{skip locked}");
            Scribe.bind(due, id, most);
            List<Delivery> claimed = new ArrayList<>();
            try (ResultSet rows = due.executeQuery()) {
                while (rows.next()) {
                    Recipient recipient = new Recipient(rows.getString(2), GSON.fromJson(rows.getString(3), VALUES));
                    claimed.add(new Delivery(rows.getLong(1), recipient, rows.getInt(4)));
                }
            }
            for (Delivery delivery : claimed) {
                scribe.update(
                        "UPDATE delivery SET owner = ?, lease = {now} + ? WHERE send = ? AND position = ?",
                        owner,
                        LEASE.toMillis(),
                        id,
                        delivery.position());
            }
            return claimed;
        });
    }

    /**
     * Writes down that a delivery is about to be handed to the server.
     *
     * @return once it is safe on the disk: whether it may be; not, when the lease has lapsed or the recipient is off the list
     */
    public CompletableFuture<Boolean> intend(Delivery delivery) {
        return scribe.ask(scribe -> scribe.update(
                        "UPDATE delivery SET state = ?, attempts = attempts + 1, lease = {now} + ?, changed = {now}"
                                + " WHERE send = ? AND position = ? AND state = ? AND owner = ?",
                        State.SENDING.number(),
                        LEASE.toMillis(),
                        id,
                        delivery.position(),
                        State.WAITING.number(),
                        owner)
                == 1);
    }

    /** Writes down what came of it; what the server said is true even when the lease has lapsed meanwhile. */
    public CompletableFuture<Boolean> record(Delivery delivery, Outcome outcome) {
        return scribe.ask(scribe -> scribe.update(
                        "UPDATE delivery SET state = ?, due = {now} + ?, lease = 0, reply = ?, changed = {now}"
                                + " WHERE send = ? AND position = ? AND owner = ? AND state IN (?, ?)",
                        state(outcome).number(),
                        outcome instanceof Outcome.Deferred deferred
                                ? deferred.pause().toMillis()
                                : 0L,
                        outcome.reply(),
                        id,
                        delivery.position(),
                        owner,
                        State.SENDING.number(),
                        State.UNSURE.number())
                == 1);
    }

    private static State state(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return State.SENT;
        }
        if (outcome instanceof Outcome.Refused) {
            return State.FAILED;
        }
        return outcome instanceof Outcome.Deferred ? State.WAITING : State.UNSURE;
    }

    /** Gives back what was claimed and not begun. */
    public void release() {
        scribe.call(scribe -> scribe.update(
                "UPDATE delivery SET lease = 0 WHERE send = ? AND owner = ? AND state = ?",
                id,
                owner,
                State.WAITING.number()));
    }

    /** Makes all leases of this sender last again; to be called well within {@link #LEASE}. */
    public void renew() {
        scribe.call(scribe -> scribe.update(
                "UPDATE delivery SET lease = {now} + ? WHERE send = ? AND owner = ? AND lease > 0 AND state IN (?, ?)",
                LEASE.toMillis(),
                id,
                owner,
                State.WAITING.number(),
                State.SENDING.number()));
    }

    /**
     * Marks as unsure what dead senders were about.
     *
     * @return how many became unsure now
     */
    public int recover() {
        return scribe.call(scribe -> scribe.update(
                "UPDATE delivery SET state = ?, reply = ?, changed = {now} WHERE send = ? AND state = ? AND lease < {now}",
                State.UNSURE.number(),
                "the sender ended before the server had answered",
                id,
                State.SENDING.number()));
    }

    /**
     * Puts the unsure back to be sent: some of them may get the message twice.
     *
     * @return how many
     */
    public int resendUnsure() {
        return scribe.call(scribe -> scribe.update(
                "UPDATE delivery SET state = ?, due = 0, lease = 0, changed = {now} WHERE send = ? AND state = ?",
                State.WAITING.number(),
                id,
                State.UNSURE.number()));
    }

    /** Puts all back to be sent, once none is waiting any more: a test is sent as often as an editor likes. */
    public void beginAgain() {
        scribe.call(scribe -> {
            long open = scribe.count("SELECT COUNT(*) FROM delivery WHERE send = ? AND state IN (0, 1)", id);
            return open > 0
                    ? 0
                    : scribe.update(
                            "UPDATE delivery SET state = 0, attempts = 0, due = 0, lease = 0, changed = {now}"
                                    + " WHERE send = ? AND state <> ?",
                            id,
                            State.WITHDRAWN.number());
        });
    }

    /** How many deliveries stand where; every state is there. */
    public Map<State, Long> counts() {
        return scribe.call(scribe -> {
            Map<State, Long> counts = new EnumMap<>(State.class);
            for (State state : State.values()) {
                counts.put(state, 0L);
            }
            PreparedStatement statement =
                    scribe.prepare("SELECT state, COUNT(*) FROM delivery WHERE send = ? GROUP BY state");
            Scribe.bind(statement, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(State.of(rows.getInt(1)), rows.getLong(2));
                }
            }
            return counts;
        });
    }

    /**
     * Why deliveries failed, and how many for each reason, the commonest first.
     *
     * <p>Addresses are left out of the reasons: servers repeat them, and each would be a reason of its own.
     */
    public Map<String, Long> failures() {
        return scribe.call(scribe -> {
            PreparedStatement statement =
                    scribe.prepare("SELECT reply, COUNT(*) FROM delivery WHERE send = ? AND state = ? GROUP BY reply");
            Scribe.bind(statement, id, State.FAILED.number());
            Map<String, Long> reasons = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String reason = ADDRESS.matcher(rows.getString(1)).replaceAll("…");
                    reasons.merge(reason, rows.getLong(2), Long::sum);
                }
            }
            Map<String, Long> sorted = new LinkedHashMap<>();
            reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(reason -> sorted.put(reason.getKey(), reason.getValue()));
            return sorted;
        });
    }

    /** How long until something can be claimed, or another sender's doing be judged; empty when all is settled. */
    public Optional<Duration> untilDue() {
        return scribe.call(scribe -> {
            PreparedStatement statement =
                    scribe.prepare("SELECT MIN(CASE WHEN due > lease THEN due ELSE lease END) - {now} FROM delivery"
                            + " WHERE send = ? AND (state = 0 OR (state = 1 AND owner <> ?))");
            Scribe.bind(statement, id, owner);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long wait = rows.getLong(1);
                return rows.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(0, wait)));
            }
        });
    }

    /**
     * A line of the ledger, to be shown.
     *
     * @param position its place in the list, from 0
     * @param changed in ms since 1970
     */
    public record Line(long position, String address, State state, int attempts, String reply, long changed) {}

    /**
     * Some lines, in the order of the list.
     *
     * @param from the first position
     * @param most how many at most
     */
    public List<Line> lines(long from, int most) {
        return scribe.call(scribe -> {
            PreparedStatement statement =
                    scribe.prepare("SELECT position, address, state, attempts, reply, changed FROM delivery"
                            + " WHERE send = ? AND position >= ? ORDER BY position LIMIT ?");
            Scribe.bind(statement, id, from, most);
            List<Line> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(
                            rows.getLong(1),
                            rows.getString(2),
                            State.of(rows.getInt(3)),
                            rows.getInt(4),
                            rows.getString(5),
                            rows.getLong(6)));
                }
            }
            return lines;
        });
    }
}
