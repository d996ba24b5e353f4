package newsletter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The directory of names. Thread-safe. */
@FunctionalInterface
public interface Resolver {
    /**
     * All addresses of a name, the preferred first; a number is its own.
     *
     * @throws UnknownHostException when there are none
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** The machine's own: the hosts file and the name servers. */
    static Resolver ofTheMachine() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
