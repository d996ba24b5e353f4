package newsletter.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import newsletter.finding.Failure;

/** Answers a browser. It knows no path of the file system: what it serves is in memory, by names that are compared as a whole. */
final class PreviewServer implements AutoCloseable {
    /**
     * A field that only the frame's script sends. A page of somebody else would have to ask first whether it may (Fetch, CORS
     * preflight), and OPTIONS is not answered; so nobody on the web can have servers asked from here.
     */
    private static final String ASKED_BY_FRAME = "Newsletter-Preview";

    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** While servers are asked: to stop is to go away, and has to be noticed soon. */
    private static final Duration HEARTBEAT = Duration.ofMillis(300);

    private final HttpServer server;
    private final ExecutorService threads;
    private final Site site;
    private final HostNames names;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /** Held while servers are asked: one time at a time is polite, and enough. */
    private final Semaphore asking = new Semaphore(1);

    private PreviewServer(HttpServer server, Site site, HostNames names) {
        this.server = server;
        this.site = site;
        this.names = names;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "preview-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any that is free
     * @throws BindException when something else has the port
     * @throws Failure when it is not possible for another reason
     */
    static PreviewServer start(InetAddress address, int port, Press press, HostNames names) throws BindException {
        // Else an answer of two writes waits 40 ms for the browser (Nagle against delayed ACK). Read at the first
        // start.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
            PreviewServer preview = new PreviewServer(server, new Site(press), names);
            server.setExecutor(preview.threads);
            server.createContext("/", preview::answer);
            server.start();
            return preview;
        } catch (BindException e) {
            throw e;
        } catch (IOException e) {
            throw new Failure("cannot listen on " + address.getHostAddress() + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!names.accept(exchange.getRequestHeaders().getFirst("Host"))) {
                Answer.text(403, "this preview answers to localhost only, and to what --host says")
                        .write(exchange);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                Answer.text(405, "there is nothing here to " + method)
                        .with("Allow", "GET, HEAD")
                        .write(exchange);
            } else if (exchange.getRequestURI().getRawPath().equals(Site.EVENTS) && method.equals("GET")) {
                stream(exchange);
            } else if (exchange.getRequestURI().getRawPath().equals(Site.LINKS) && method.equals("GET")) {
                askLinks(exchange);
            } else {
                site.answer(exchange.getRequestURI().getRawPath()).write(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<String> issue = Site.issue(exchange.getRequestURI().getRawQuery());
        EventStream stream = new EventStream(SILENCE);
        streams.add(stream);
        try {
            OutputStream body = events(exchange);
            site.press().join(issue, stream);
            stream.writeTo(body);
        } finally {
            site.press().leave(issue, stream);
            streams.remove(stream);
        }
    }

    private static OutputStream events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** Goes on for as long as the tab listens. */
    private void askLinks(HttpExchange exchange) throws IOException, InterruptedException {
        if (!exchange.getRequestHeaders().containsKey(ASKED_BY_FRAME)) {
            Answer.text(403, "links are checked with the button of the preview").write(exchange);
        } else if (!asking.tryAcquire()) {
            Answer.text(409, "the links are being checked already").write(exchange);
        } else {
            try {
                tellOfLinks(Site.issue(exchange.getRequestURI().getRawQuery()), exchange);
            } finally {
                asking.release();
            }
        }
    }

    private void tellOfLinks(Optional<String> issue, HttpExchange exchange) throws IOException, InterruptedException {
        EventStream stream = new EventStream(HEARTBEAT);
        Thread inquiry = new Thread(
                () -> {
                    site.press().askLinks(issue, stream);
                    stream.close();
                },
                "preview-links");
        inquiry.setDaemon(true);
        streams.add(stream);
        try {
            OutputStream body = events(exchange);
            inquiry.start();
            stream.writeTo(body);
        } finally {
            streams.remove(stream);
            inquiry.interrupt();
            inquiry.join();
        }
    }

    @Override
    public void close() {
        streams.forEach(EventStream::close);
        server.stop(0);
        threads.shutdownNow();
    }
}
