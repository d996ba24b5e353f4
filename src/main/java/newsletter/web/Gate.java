package newsletter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Says which addresses a host may be reached at. A name is looked up once, every address is judged, and whoever connects uses
 * these very addresses: a second look-up could give others (DNS rebinding). Thread-safe.
 */
final class Gate {
    private final Resolver resolver;
    private final Executor executor;
    private final Set<String> allowed;
    private final Duration patience;
    private final Map<String, CompletableFuture<List<InetAddress>>> known = new ConcurrentHashMap<>();

    /**
     * A gate.
     *
     * @param executor where look-ups run; they cannot be interrupted and may hang
     * @param allowed names and numbers of hosts that may be private, as {@link Host#name()} has them
     * @param patience how long to wait for a look-up
     */
    Gate(Resolver resolver, Executor executor, Set<String> allowed, Duration patience) {
        this.resolver = resolver;
        this.executor = executor;
        this.allowed = Set.copyOf(allowed);
        this.patience = patience;
    }

    /**
     * The addresses of a host, all of them public unless the host is allowed.
     *
     * @throws NoAnswerException when there are none, or one of them is not public
     */
    List<InetAddress> addresses(Host host) throws NoAnswerException {
        List<InetAddress> addresses =
                host.number().isPresent() ? List.of(host.number().get()) : look(host.name());
        if (!allowed.contains(host.name())) {
            for (InetAddress address : addresses) {
                rejectSpecial(host, address);
            }
        }
        return addresses;
    }

    /** Like {@link #addresses}, for a host that a proxy will look up: here its name may be unknown. */
    void judge(Host host) throws NoAnswerException {
        try {
            addresses(host);
        } catch (NoAnswerException e) {
            if (e.trouble() == Trouble.NOT_PUBLIC) {
                throw e;
            }
        }
    }

    private static void rejectSpecial(Host host, InetAddress address) throws NoAnswerException {
        Optional<String> meaning = SpecialAddresses.meaning(address);
        if (meaning.isPresent()) {
            String which = host.number().isPresent() ? "" : ", " + address.getHostAddress();
            throw new NoAnswerException(Trouble.NOT_PUBLIC, host + " is a " + meaning.get() + which);
        }
    }

    private List<InetAddress> look(String name) throws NoAnswerException {
        if (name.indexOf('.') < 0 && !allowed.contains(name)) {
            throw new NoAnswerException(
                    Trouble.NOT_PUBLIC, "'" + name + "' is a name without a domain, known only inside a network");
        }
        CompletableFuture<List<InetAddress>> answer = known.computeIfAbsent(name, this::begin);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            known.remove(name, answer);
            throw failure(name, e.toString());
        } catch (TimeoutException e) {
            throw new NoAnswerException(Trouble.NO_DIRECTORY, "the name servers did not answer for " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(Trouble.CUT, "stopped", e);
        }
    }

    private CompletableFuture<List<InetAddress>> begin(String name) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                answer.complete(List.copyOf(resolver.resolve(name)));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** The C library's words for EAI_AGAIN are all that tells a name server that is down from a name that is not there. */
    private static NoAnswerException failure(String name, String said) {
        boolean passing = said.toLowerCase(Locale.ROOT).contains("temporary failure");
        return passing
                ? new NoAnswerException(Trouble.NO_DIRECTORY, "the name servers could not be asked for " + name)
                : new NoAnswerException(Trouble.NO_SUCH_HOST, "there is no host " + name);
    }
}
