package newsletter.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * All that a command may know of the world outside.
 *
 * @param folder the working directory, absolute
 * @param environment the variables
 * @param out where results go
 * @param err where findings and progress go
 * @param in what a person types
 * @param clock the time of day
 */
public record Surroundings(
        Path folder,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        InputStream in,
        InstantSource clock) {
    /** Set by the launcher: the folder that it stands in. */
    private static final String HOME = "NEWSLETTER_HOME";

    /** Set by the launcher: 1 where stderr is a terminal. Java cannot tell ({@code System.console()} is not null when piped on 22 to 24). */
    private static final String TERMINAL = "NEWSLETTER_TERMINAL";

    /** Copies the variables. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** In the time that it is, with nobody who types. */
    public Surroundings(Path folder, Map<String, String> environment, PrintStream out, PrintStream err) {
        this(folder, environment, out, err, InstantSource.system());
    }

    /** With nobody who types. */
    public Surroundings(
            Path folder, Map<String, String> environment, PrintStream out, PrintStream err, InstantSource clock) {
        this(folder, environment, out, err, InputStream.nullInputStream(), clock);
    }

    /** A variable that is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The folder of the launcher, when it was used. */
    Optional<Path> home() {
        return variable(HOME).map(Path::of);
    }

    /** Whether a person reads stderr on a screen. */
    boolean isTerminal() {
        return variable(TERMINAL).filter("1"::equals).isPresent();
    }
}
