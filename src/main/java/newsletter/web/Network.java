package newsletter.web;

import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * What lies between us and the servers.
 *
 * @param resolver turns names into addresses
 * @param sockets makes sockets that are not yet connected
 * @param tls whom to trust; asked for the first secure address, since reading the authorities takes its time
 * @param environment the variables, for the proxies
 */
public record Network(
        Resolver resolver, SocketFactory sockets, Supplier<SSLContext> tls, Map<String, String> environment) {
    /** Copies the variables. */
    public Network {
        environment = Map.copyOf(environment);
    }

    /** The machine's own. */
    public static Network ofTheMachine(Map<String, String> environment) {
        return new Network(
                Resolver.ofTheMachine(), SocketFactory.getDefault(), Network::authoritiesOfThePlatform, environment);
    }

    private static SSLContext authoritiesOfThePlatform() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
