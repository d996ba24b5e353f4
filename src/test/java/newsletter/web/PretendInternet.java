package newsletter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * An internet of one machine: names have public addresses, and a socket that connects to such an address reaches a server of the
 * test instead. What was dialled is written down, so that a test can say that something never was.
 */
public final class PretendInternet implements AutoCloseable {
    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final Map<InetAddress, Map<Integer, Integer>> ports = new ConcurrentHashMap<>();
    private final List<PretendServer> servers = new ArrayList<>();
    private final Queue<String> dialled = new ConcurrentLinkedQueue<>();
    private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
    private int nextAddress = 1;

    /** A host on port 80. */
    public PretendServer host(String name) {
        return host(name, 80, UnaryOperator.identity());
    }

    /** The host {@code safe.example.org} with TLS, which {@link #trusting} trusts. */
    public PretendServer safeHost() {
        return host("safe.example.org", 443, TestCertificates.server("safe"));
    }

    /** This internet as a client sees it that trusts the tests' authority. */
    public Network trusting(Map<String, String> environment) {
        return network(environment, TestCertificates.trusted());
    }

    PretendServer host(String name, int port, UnaryOperator<Socket> dress) {
        List<InetAddress> addresses = names.computeIfAbsent(name, key -> List.of(nextAddress()));
        return at(addresses.get(0), port, dress);
    }

    PretendServer at(InetAddress address, int port, UnaryOperator<Socket> dress) {
        try {
            PretendServer server = new PretendServer(dress);
            servers.add(server);
            ports.computeIfAbsent(address, key -> new HashMap<>()).put(port, server.port());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InetAddress nextAddress() {
        return number("93.184.16." + nextAddress++);
    }

    static InetAddress number(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A name with these numbers, whether or not somebody is there. */
    public PretendInternet name(String name, String... numbers) {
        names.put(
                name,
                java.util.Arrays.stream(numbers).map(PretendInternet::number).toList());
        return this;
    }

    /** What connections were made to, like {@code 93.184.16.1:80}. */
    public List<String> dialled() {
        return List.copyOf(dialled);
    }

    /** Names that were looked up, in order. */
    public List<String> lookedUp() {
        return List.copyOf(lookedUp);
    }

    /** This internet as a client sees it. */
    public Network network(Map<String, String> environment) {
        return network(environment, TestCertificates.usual());
    }

    Network network(Map<String, String> environment, SSLContext tls) {
        return new Network(this::resolve, new Sockets(), () -> tls, environment);
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        lookedUp.add(name);
        List<InetAddress> addresses = names.get(name);
        if (addresses == null && name.matches("[0-9.]+|.*:.*")) {
            return List.of(number(name));
        }
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }

    /** Makes sockets that reach the test's servers. */
    private final class Sockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress server, int timeout) throws IOException {
                    super.connect(reach((InetSocketAddress) server), timeout);
                }
            };
        }

        private SocketAddress reach(InetSocketAddress server) throws IOException {
            dialled.add(server.getAddress().getHostAddress() + ":" + server.getPort());
            Integer port = ports.getOrDefault(server.getAddress(), Map.of()).get(server.getPort());
            if (port == null) {
                throw new ConnectException("nobody is there");
            }
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("a socket that looks names up itself goes round the gate");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("a socket that looks names up itself goes round the gate");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("not with a time-out");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("not with a time-out");
        }
    }

    @Override
    public void close() throws IOException {
        for (PretendServer server : servers) {
            server.close();
        }
    }
}
