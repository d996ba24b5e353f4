package newsletter.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import newsletter.cache.CacheFile;
import newsletter.content.Workspace;
import newsletter.web.Network;

/**
 * All that a command may know of the world outside.
 *
 * @param folder the working directory, absolute
 * @param environment the variables
 * @param out where results go
 * @param err where findings and progress go
 * @param in what a person types
 * @param clock the time of day
 * @param internet what lies between us and the servers of others, made of the variables when somebody wants to ask one: to make
 *     ready for TLS costs time
 */
public record Surroundings(
        Path folder,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        InputStream in,
        InstantSource clock,
        Function<Map<String, String>, Network> internet) {
    /** Set by the launcher: the folder that it stands in. */
    private static final String HOME = "NEWSLETTER_HOME";

    /** Set by the launcher: 1 where stderr is a terminal. Java cannot tell ({@code System.console()} is not null when piped on 22 to 24). */
    private static final String TERMINAL = "NEWSLETTER_TERMINAL";

    /** Set by the launcher: what the names of files begin with that are kept for this very tool under this very Java. */
    static final String CACHES = "NEWSLETTER_CACHES";

    /** Copies the variables. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** With nobody who types, in the network that the machine is in. */
    public Surroundings(
            Path folder, Map<String, String> environment, PrintStream out, PrintStream err, InstantSource clock) {
        this(folder, environment, out, err, InputStream.nullInputStream(), clock, Network::ofTheMachine);
    }

    /** In the time that it is. */
    public Surroundings(Path folder, Map<String, String> environment, PrintStream out, PrintStream err) {
        this(folder, environment, out, err, InstantSource.system());
    }

    /** The network to ask servers in. */
    Network network() {
        return internet.apply(environment);
    }

    /** A variable that is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The folder of the launcher, when it was used. */
    Optional<Path> home() {
        return variable(HOME).map(Path::of);
    }

    /** What an earlier run of this tool parsed of a workspace; nothing without the launcher, which can tell one tool from another. */
    CacheFile cache(Workspace workspace) {
        return variable(CACHES)
                .map(name -> folder.resolve(name))
                .map(name -> CacheFile.open(name, workspace.root().toString()))
                .orElseGet(CacheFile::none);
    }

    /** Whether a person reads stderr on a screen. */
    boolean isTerminal() {
        return variable(TERMINAL).filter("1"::equals).isPresent();
    }
}
