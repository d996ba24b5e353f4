package newsletter.send;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the test's own, with an empty database, in a folder that goes with it. It uses the machine's installed
 * programs; where there are none the test is skipped, or fails when {@code NEWSLETTER_CI} is set.
 */
final class Postgres implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static Postgres start() {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            String message = "PostgreSQL's programs are not installed here: no initdb in PATH or /usr/lib/postgresql";
            return System.getenv("NEWSLETTER_CI") == null ? abort(message) : fail(message);
        }
        try {
            Path folder = Files.createTempDirectory("postgres");
            Postgres server = new Postgres(programs.get(), folder, freePort());
            server.initialise();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> programs() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder()).forEach(version -> folders.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void initialise() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        String data = folder.resolve("data").toString();
        run(asServer("initdb", "-D", data, "-A", "trust", "-U", "newsletter", "-E", "UTF8", "--no-sync"));
        String options = "-c listen_addresses=127.0.0.1 -c fsync=off -p " + port + " -k " + folder;
        run(asServer("pg_ctl", "-D", data, "-w", "-l", folder.resolve("log").toString(), "-o", options, "start"));
    }

    /** The server refuses to run as root. */
    private List<String> asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(List<String> command) throws IOException {
        Path log = Files.createTempFile("postgres", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Ledger ledger() {
        return Ledger.open(address(), "newsletter", "");
    }

    @Override
    public void close() throws IOException {
        run(asServer("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
