package newsletter.web;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import newsletter.web.Connection.AgainException;

/**
 * Asks public web servers. It follows no redirect, keeps no cookie, sends no credentials, and connects to no address that is not
 * public unless its host is allowed (server-side request forgery, DNS rebinding); {@code docs/decisions/own-http.md} says why it
 * is not the JDK's client. Thread-safe.
 */
public final class WebClient implements Closeable {
    /** Names that stand as long as there is an internet (RFC 2606; the root of names itself). */
    private static final List<Host> LANDMARKS =
            List.of(new Host("example.com", Optional.empty()), new Host("a.root-servers.net", Optional.empty()));

    private final String agent;
    private final Limits limits;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService lookups;
    private final Gate gate;
    private final Dialer dialer;
    private final IdleConnections idle;

    /** Origins that speak HTTP/1.1 better than the HTTP/2 that they offer. */
    private final Set<String> oldFashioned = ConcurrentHashMap.newKeySet();

    /**
     * A client.
     *
     * @param agent what it says it is, to every server
     * @param allowed hosts that may be private, in lower case and ASCII
     * @param connections how many connections it may keep open
     */
    public WebClient(Network network, String agent, Limits limits, Set<String> allowed, int connections) {
        ThreadFactory daemons = WebClient::daemon;
        this.agent = agent;
        this.limits = limits;
        this.timer = new ScheduledThreadPoolExecutor(1, daemons);
        this.timer.setRemoveOnCancelPolicy(true);
        this.lookups = Executors.newCachedThreadPool(daemons);
        this.gate = new Gate(network.resolver(), lookups, allowed, lookupPatience(limits));
        this.dialer = new Dialer(network, gate, limits, timer);
        this.idle = new IdleConnections(connections);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "web");
        thread.setDaemon(true);
        return thread;
    }

    /** Twice as long as for a connection: the machine may ask several name servers, one after the other. */
    private static Duration lookupPatience(Limits limits) {
        return limits.connect().multipliedBy(2);
    }

    /**
     * Asks for an address.
     *
     * @throws NoAnswerException when there is no answer, or nothing may be asked; says why
     */
    public Response ask(Method method, Address address) throws NoAnswerException {
        Optional<Connection> kept = idle.take(address.origin());
        if (kept.isPresent()) {
            try {
                return exchange(kept.get(), method, address);
            } catch (AgainException e) {
                // Asked anew below; HEAD and GET may be sent twice (RFC 9110, section 9.2.2).
            }
        }
        if (!oldFashioned.contains(address.origin())) {
            try {
                return exchange(dialer.dial(address, true), method, address);
            } catch (AgainException e) {
                oldFashioned.add(address.origin());
            }
        }
        try {
            return exchange(dialer.dial(address, false), method, address);
        } catch (AgainException e) {
            throw new IllegalStateException("a fresh connection of HTTP/1.1 is not stale", e);
        }
    }

    private Response exchange(Connection connection, Method method, Address address)
            throws NoAnswerException, AgainException {
        try {
            return connection.exchange(method, address, agent, limits, timer);
        } finally {
            idle.put(connection);
        }
    }

    /** Whether names of the internet can be looked up from here; asks the name servers and nobody else. */
    public boolean reachesTheInternet() {
        return LANDMARKS.stream().anyMatch(this::isKnown);
    }

    private boolean isKnown(Host host) {
        try {
            return !gate.addresses(host).isEmpty();
        } catch (NoAnswerException e) {
            return false;
        }
    }

    /** Closes every connection that is not in use. */
    @Override
    public void close() {
        idle.closeAll();
        timer.shutdownNow();
        lookups.shutdownNow();
    }
}
