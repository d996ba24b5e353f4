package newsletter.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import newsletter.web.Network;
import newsletter.web.PretendInternet;

/**
 * What a command came to, as the one who gave it sees it.
 *
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record Run(ExitCode exit, String out, String err) {
    /** Where no name is known: no test depends on servers of others. */
    private static final Network LOST = new PretendInternet().network(Map.of());

    /** Gives a command in a folder, in an environment without variables and without a network. */
    static Run in(Path folder, String... arguments) {
        return in(folder, Map.of(), LOST, arguments);
    }

    /** Gives a command where hosts are those of the internet given. */
    static Run on(PretendInternet internet, Path folder, String... arguments) {
        return in(folder, Map.of(), internet.trusting(Map.of()), arguments);
    }

    /** The same at a terminal. */
    static Run watched(PretendInternet internet, Path folder, String... arguments) {
        return in(folder, Map.of("NEWSLETTER_TERMINAL", "1"), internet.trusting(Map.of()), arguments);
    }

    private static Run in(Path folder, Map<String, String> environment, Network network, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                InstantSource.system(),
                variables -> network);
        ExitCode exit = Main.run(surroundings, arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
