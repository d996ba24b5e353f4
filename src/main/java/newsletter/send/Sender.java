package newsletter.send;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import newsletter.finding.Failure;
import newsletter.model.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Sends a mailing to the end: several connections at once, each message written down in the ledger before and after. What a
 * death leaves behind, the next run of the same mailing goes on with.
 */
public final class Sender {
    private final Mailing mailing;
    private final SmtpServer server;
    private final String from;
    private final SSLContext trust;
    private final Function<Recipient, byte[]> message;
    private final Options options;

    private final AtomicInteger refusedInARow = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
    private final Claims claims;
    private final Pace pace;
    private volatile Consumer<Outcome> watcher = outcome -> {};

    /**
     * How to send.
     *
     * @param connections how many at once
     * @param distance from one message to the next, over all connections; zero for no limit
     */
    public record Options(int connections, Duration distance, Patience patience) {}

    /**
     * Sends, and trusts the certificates that the platform trusts.
     *
     * @param from the address that failures go back to
     * @param message makes the message of a recipient, whole; called from several threads
     */
    public Sender(
            Mailing mailing, SmtpServer server, String from, Function<Recipient, byte[]> message, Options options) {
        this(mailing, server, from, platformTrust(), message, options);
    }

    /** Trusts the certificates that the platform trusts. */
    static SSLContext platformTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new Failure("this Java cannot encrypt connections: " + e.getMessage(), e);
        }
    }

    /**
     * @param from the address that failures go back to
     * @param trust decides which certificates are good
     * @param message makes the message of a recipient, whole; called from several threads
     */
    public Sender(
            Mailing mailing,
            SmtpServer server,
            String from,
            SSLContext trust,
            Function<Recipient, byte[]> message,
            Options options) {
        this.mailing = mailing;
        this.server = server;
        this.from = from;
        this.trust = trust;
        this.message = message;
        this.options = options;
        this.claims = new Claims(mailing);
        this.pace = new Pace(options.distance());
    }

    /** Tells somebody of each outcome, from several threads; to be called before it runs. */
    public void watch(Consumer<Outcome> watcher) {
        this.watcher = watcher;
    }

    /**
     * Sends until nothing is waiting, or there is a reason to stop.
     *
     * @return why it stopped early; empty when it came to the end
     * @throws Failure when the server refuses us or cannot be reached, or the ledger cannot be written
     */
    public Optional<String> run() {
        mailing.recover();
        List<Thread> workers = new ArrayList<>();
        for (int number = 1; number <= options.connections(); number++) {
            Thread worker = new Thread(this::work, "sender " + number);
            worker.start();
            workers.add(worker);
        }
        Thread renewal = renewal();
        workers.forEach(Sender::join);
        renewal.interrupt();
        join(renewal);
        release();
        @Nullable RuntimeException problem = failure.get();
        if (problem != null) {
            throw problem;
        }
        return Optional.ofNullable(stopped.get());
    }

    /** What was claimed and not begun need not wait for its lease to lapse. */
    private void release() {
        try {
            mailing.release();
        } catch (Failure e) {
            fail(e);
        }
    }

    /** Lets what is in flight come to its end, and begins nothing new. Safe to be called from another thread. */
    public void stop(String reason) {
        stopped.compareAndSet(null, reason);
        claims.stop();
    }

    private Thread renewal() {
        Thread renewal = new Thread(
                () -> {
                    try {
                        while (true) {
                            Thread.sleep(Mailing.LEASE.toMillis() / 4);
                            mailing.renew();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Failure e) {
                        fail(e);
                    }
                },
                "sender's leases");
        renewal.setDaemon(true);
        renewal.start();
        return renewal;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (SmtpConnection connection = new SmtpConnection(server, from, trust)) {
            CompletableFuture<Boolean> written = CompletableFuture.completedFuture(true);
            Optional<Delivery> next = claims.next();
            while (next.isPresent()) {
                pace.await();
                connect(connection);
                byte[] bytes = message.apply(next.get().recipient());
                // What came of the last one goes to the disk in the same flush as this intent.
                CompletableFuture<Boolean> intent = mailing.intend(next.get());
                Scribe.await(written);
                boolean mine = Scribe.await(intent);
                claims.begun();
                if (mine) {
                    Outcome outcome = send(connection, next.get(), bytes);
                    written = mailing.record(next.get(), outcome);
                    watcher.accept(outcome);
                }
                next = claims.next();
            }
            Scribe.await(written);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException problem) {
        failure.compareAndSet(null, problem);
        claims.stop();
    }

    private void connect(SmtpConnection connection) throws InterruptedException {
        List<Duration> pauses = options.patience().connecting();
        for (int attempt = 0; !connection.isOpen(); attempt++) {
            try {
                connection.open();
            } catch (SmtpConnection.Unreachable e) {
                if (attempt == pauses.size() || stopped.get() != null) {
                    throw new Failure(e.getMessage() + "; the same command goes on when it can be reached again", e);
                }
                Thread.sleep(pauses.get(attempt).toMillis());
            }
        }
    }

    private Outcome send(SmtpConnection connection, Delivery delivery, byte[] bytes) {
        Answer answer = connection.send(delivery.recipient().address(), bytes);
        if (answer instanceof Answer.Accepted) {
            refusedInARow.set(0);
            return new Outcome.Accepted(answer.reply());
        }
        if (answer instanceof Answer.Broken broken && broken.taken()) {
            return new Outcome.Unknown(answer.reply());
        }
        if (answer instanceof Answer.Rejected rejected && rejected.isForGood()) {
            countRefusal(rejected);
            return new Outcome.Refused(answer.reply());
        }
        List<Duration> pauses = options.patience().pauses();
        return delivery.attempts() < pauses.size()
                ? new Outcome.Deferred(answer.reply(), pauses.get(delivery.attempts()))
                : new Outcome.Refused("given up after " + (delivery.attempts() + 1) + " attempts: " + answer.reply());
    }

    private void countRefusal(Answer.Rejected rejected) {
        int inARow = refusedInARow.incrementAndGet();
        if (inARow >= options.patience().failuresInARow()) {
            stop(inARow + " recipients in a row were refused, the last with: " + rejected.reply());
        }
    }
}
