package newsletter.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import newsletter.web.Proxies.Proxy;

/** Makes connections: only to addresses that the {@link Gate} has judged, or to the proxy that the environment names. */
final class Dialer {
    /** A host with many addresses that are all silent must not hold us for long. */
    private static final int MOST_ADDRESSES = 3;

    private final Network network;
    private final Gate gate;
    private final Proxies proxies;
    private final Limits limits;
    private final ScheduledExecutorService timer;

    Dialer(Network network, Gate gate, Limits limits, ScheduledExecutorService timer) {
        this.network = network;
        this.gate = gate;
        this.proxies = new Proxies(network.environment());
        this.limits = limits;
        this.timer = timer;
    }

    /**
     * Connects to an address's server.
     *
     * @throws NoAnswerException when that is not possible or not allowed
     */
    Connection dial(Address address) throws NoAnswerException {
        Optional<Proxy> proxy = proxies.proxyFor(address);
        Socket wire = proxy.isPresent()
                ? connectToProxy(proxy.get(), address.host())
                : connect(gate.addresses(address.host()), address.port());
        try (Alarm alarm = new Alarm(timer, limits.connect(), wire)) {
            return dress(wire, address, proxy, alarm);
        } catch (NoAnswerException e) {
            close(wire);
            throw e;
        }
    }

    private Connection dress(Socket wire, Address address, Optional<Proxy> proxy, Alarm alarm)
            throws NoAnswerException {
        try {
            if (!address.secure()) {
                return new Connection(address.origin(), wire, wire, proxy);
            }
            if (proxy.isPresent()) {
                tunnel(wire, address, proxy.get());
            }
            return new Connection(address.origin(), wire, secured(wire, address), Optional.empty());
        } catch (IOException e) {
            throw alarm.rang()
                    ? new NoAnswerException(Trouble.TOO_SLOW, "the connection took too long", e)
                    : TlsTrouble.of(e);
        }
    }

    private Socket connectToProxy(Proxy proxy, Host behind) throws NoAnswerException {
        gate.judge(behind);
        try {
            return connect(network.resolver().resolve(proxy.host()), proxy.port());
        } catch (IOException | NoAnswerException e) {
            throw new NoAnswerException(Trouble.NO_PROXY, "the proxy " + proxy + " cannot be reached", e);
        }
    }

    private Socket connect(List<InetAddress> addresses, int port) throws NoAnswerException {
        List<InetAddress> tried = addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES));
        int patience = Math.toIntExact(limits.connect().toMillis() / Math.max(1, tried.size()));
        IOException last = new IOException("there is no address");
        for (InetAddress address : tried) {
            try {
                return connect(new InetSocketAddress(address, port), patience);
            } catch (IOException e) {
                last = e;
            }
        }
        String reason =
                last instanceof java.net.SocketTimeoutException ? "nobody answered" : "nobody took the connection";
        throw new NoAnswerException(Trouble.NO_CONNECTION, reason, last);
    }

    private Socket connect(InetSocketAddress server, int patience) throws IOException {
        Socket socket = network.sockets().createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, patience);
            return socket;
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    /** RFC 9110, section 9.3.6: from here on the proxy passes bytes and sees nothing of them. */
    private static void tunnel(Socket wire, Address address, Proxy proxy) throws IOException, NoAnswerException {
        String server = address.host() + ":" + address.port();
        String credentials = proxy.credentials()
                .map(value -> "Proxy-Authorization: " + value + "\r\n")
                .orElse("");
        String request = "CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n" + credentials + "\r\n";
        wire.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        wire.getOutputStream().flush();
        // Unbuffered: what follows the blank line belongs to TLS.
        int status = HeadReader.read(wire.getInputStream()).status();
        if (status >= 300) {
            throw new NoAnswerException(Trouble.NO_PROXY, "the proxy " + proxy + " answers " + status);
        }
    }

    /** The certificate is checked against the name in the address, which the server is told too (SNI, RFC 6066). */
    private Socket secured(Socket wire, Address address) throws IOException {
        SSLSocket socket = (SSLSocket) network.tls()
                .get()
                .getSocketFactory()
                .createSocket(wire, address.host().name(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed in any case.
        }
    }
}
