package newsletter.web;

import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * What lies between us and the servers.
 *
 * @param resolver turns names into addresses
 * @param sockets makes sockets that are not yet connected
 * @param tls whom to trust
 * @param environment the variables, for the proxies
 */
public record Network(Resolver resolver, SocketFactory sockets, SSLContext tls, Map<String, String> environment) {
    /** Copies the variables. */
    public Network {
        environment = Map.copyOf(environment);
    }

    /** The machine's own. */
    public static Network ofTheMachine(Map<String, String> environment) {
        try {
            return new Network(
                    Resolver.ofTheMachine(), SocketFactory.getDefault(), SSLContext.getDefault(), environment);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
