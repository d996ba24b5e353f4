package newsletter.web;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A web server on a free port of this machine that answers each path as it is told. */
public final class PretendServer implements AutoCloseable {
    private final ServerSocket listener;
    private final UnaryOperator<Socket> dress;
    private final Map<String, Answer> routes = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What a path answers. */
    @FunctionalInterface
    public interface Answer {
        /** Writes the answer; ends the connection when it throws. */
        void to(Request request, OutputStream out) throws IOException;
    }

    /**
     * What was asked.
     *
     * @param nth how often this path has been asked, from 1
     */
    public record Request(String method, String path, int nth, PretendServer server) {
        /** Whether only the head of the answer is wanted. */
        public boolean isHead() {
            return method.equals("HEAD");
        }
    }

    PretendServer(UnaryOperator<Socket> dress) throws IOException {
        this.dress = dress;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** A server that is where it says, for a client in a process of its own. */
    public static PretendServer onLoopback() throws IOException {
        return new PretendServer(UnaryOperator.identity());
    }

    /** Scheme, host and port. */
    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "pretend-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Says what a path answers. */
    public PretendServer on(String path, Answer answer) {
        routes.put(path, answer);
        return this;
    }

    /** What was asked so far, like {@code HEAD /path}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The whole heads of the requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** How many requests ran at once, at most. */
    public int mostRunning() {
        return mostRunning.get();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** Waits a while, but not beyond the test. */
    public void dawdle(long millis) throws IOException {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the test is over");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket wire) {
        try (wire;
                Socket socket = dress.apply(wire)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            wire.setTcpNoDelay(true);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(line, in, out);
            }
        } catch (IOException | UncheckedIOException e) {
            // The client has gone, or the answer was to cut the connection.
        } finally {
            open.remove(wire);
        }
    }

    private void answer(String line, BufferedReader in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(line).append('\n');
        for (String field = in.readLine(); field != null && !field.isEmpty(); field = in.readLine()) {
            head.append(field).append('\n');
        }
        String[] parts = line.split(" ", 3);
        if (parts.length < 2) {
            throw new IOException("the client was cut off, or speaks something else: " + line);
        }
        int nth = (int) requests.stream()
                        .filter(request -> request.endsWith(" " + parts[1]))
                        .count()
                + 1;
        requests.add(parts[0] + " " + parts[1]);
        heads.add(head.toString());
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            Answer answer = routes.getOrDefault(parts[1], routes.getOrDefault("*", Answers.status(404)));
            answer.to(new Request(parts[0], parts[1], nth, this), out);
            out.flush();
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
