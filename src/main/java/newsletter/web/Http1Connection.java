package newsletter.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import newsletter.web.BodyReader.Body;
import newsletter.web.HeadReader.Head;

/** HTTP/1.1 (RFC 9112). */
final class Http1Connection extends Connection {
    private final Optional<Proxies.Proxy> forwarder;
    private boolean used;

    /** @param forwarder the proxy that has to be told the whole address with each request */
    Http1Connection(String origin, Socket wire, Socket socket, Optional<Proxies.Proxy> forwarder) throws IOException {
        super(origin, wire, socket);
        this.forwarder = forwarder;
    }

    @Override
    Response exchange(Method method, Address address, String agent, Limits limits, ScheduledExecutorService timer)
            throws NoAnswerException, AgainException {
        Head head = head(method, address, agent, limits, timer);
        try (Alarm alarm = alarm(limits.body(), timer)) {
            Body body = new BodyReader(limits.bodyBytes()).read(head, method, in());
            boolean closes = head.headers().says("connection", "close")
                    || (!head.persistent() && !head.headers().says("connection", "keep-alive"));
            setReusable(body.ended() && !closes && !alarm.rang());
            return new Response(head.status(), head.headers(), body.bytes(), body.cut());
        }
    }

    private Head head(Method method, Address address, String agent, Limits limits, ScheduledExecutorService timer)
            throws NoAnswerException, AgainException {
        boolean kept = used;
        used = true;
        setReusable(false);
        try (Alarm alarm = alarm(limits.head(), timer)) {
            boolean begun = false;
            try {
                send(request(method, address, agent).getBytes(StandardCharsets.US_ASCII));
                awaitFirstByte();
                begun = true;
                return HeadReader.read(in());
            } catch (IOException e) {
                boolean stale = !begun || e instanceof HeadReader.NotHttpException;
                if (kept && stale && !alarm.rang()) {
                    throw new AgainException(e);
                }
                throw failure(e, alarm, limits);
            }
        }
    }

    private static NoAnswerException failure(IOException e, Alarm alarm, Limits limits) {
        if (alarm.rang()) {
            return tooSlow(limits, e);
        }
        if (e instanceof HeadReader.NotHttpException) {
            return new NoAnswerException(Trouble.NOT_HTTP, String.valueOf(e.getMessage()), e);
        }
        if (e instanceof SSLException) {
            return new NoAnswerException(Trouble.NO_TRUST, "the secure connection failed", e);
        }
        return new NoAnswerException(Trouble.CUT, "the server cut the connection", e);
    }

    private void awaitFirstByte() throws IOException {
        in().mark(1);
        if (in().read() < 0) {
            throw new EOFException("the connection ended before the answer");
        }
        in().reset();
    }

    /** No cookie, no credentials and no referrer: nothing that tells one reader from another. */
    private String request(Method method, Address address, String agent) {
        StringBuilder head = new StringBuilder();
        String target = forwarder.isPresent() ? address.origin() + address.target() : address.target();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(address.authority()).append("\r\n");
        head.append("User-Agent: ").append(agent).append("\r\n");
        head.append("Accept: ").append(ACCEPTED).append("\r\n");
        head.append("Accept-Encoding: gzip\r\n");
        forwarder
                .flatMap(Proxies.Proxy::credentials)
                .ifPresent(credentials ->
                        head.append("Proxy-Authorization: ").append(credentials).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
