package newsletter.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import newsletter.web.Network;
import newsletter.web.PretendInternet;

/** A {@code newsletter preview} that runs in this process until it is closed. */
final class RunningPreview implements AutoCloseable {
    private final CompletableFuture<String> url = new CompletableFuture<>();
    private final CompletableFuture<ExitCode> exit = new CompletableFuture<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;

    private RunningPreview(Path folder, Network network, List<String> arguments) {
        Surroundings surroundings = new Surroundings(
                folder,
                Map.of(),
                new PrintStream(new FirstLine(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                InstantSource.system(),
                variables -> network);
        thread = new Thread(() -> {
            exit.complete(Main.run(surroundings, arguments.toArray(String[]::new)));
            url.completeExceptionally(new AssertionError("it ended: " + err()));
        });
        thread.start();
    }

    /** Starts one on a port that is free, where no name is known, and waits until it can be asked. */
    static RunningPreview of(Path folder, String... arguments) {
        return on(new PretendInternet(), folder, arguments);
    }

    /** The same on the port that is usual, or another. */
    static RunningPreview at(Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of("preview"));
        all.addAll(List.of(arguments));
        return started(new RunningPreview(folder, new PretendInternet().trusting(Map.of()), all));
    }

    /** The same where hosts are those of the internet given. */
    static RunningPreview on(PretendInternet internet, Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of("preview", "--port", "0"));
        all.addAll(List.of(arguments));
        return started(new RunningPreview(folder, internet.trusting(Map.of()), all));
    }

    private static RunningPreview started(RunningPreview preview) {
        preview.url();
        return preview;
    }

    /** The address that it printed. */
    String url() {
        return url.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What it wrote to stderr. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        thread.interrupt();
        exit.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private final class FirstLine extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            if (b == '\n') {
                url.complete(line.toString(StandardCharsets.UTF_8));
            }
            line.write(b);
        }
    }
}
