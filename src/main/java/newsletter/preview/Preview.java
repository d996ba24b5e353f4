package newsletter.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import newsletter.finding.Failure;

/**
 * A preview that runs: a server for browsers, and a watch on the files that has it make what changed.
 *
 * <pre>{@code
 * try (Preview preview = Preview.start(place, OptionalInt.empty(), root, Set.of("content"), maker)) {
 *     System.out.println(preview.port());
 *     preview.run(Optional.empty());
 * }
 * }</pre>
 */
public final class Preview implements AutoCloseable {
    /** The port that is taken when it is free: one that other tools leave alone. */
    public static final int USUAL_PORT = 4018;

    /** In ns: how long changes that do not end may keep a page from being shown. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final PreviewServer server;
    private final FileWatch watch;
    private final Press press;

    private Preview(PreviewServer server, FileWatch watch, Press press) {
        this.server = server;
        this.watch = watch;
        this.press = press;
    }

    /** Where it is reached. */
    public record Place(InetAddress address, Optional<String> host) {
        /** This machine alone. */
        public static Place loopback() {
            return new Place(InetAddress.getLoopbackAddress(), Optional.empty());
        }

        private HostNames names() {
            return host.map(HostNames::of).orElseGet(HostNames::loopback);
        }
    }

    /**
     * Starts one.
     *
     * @param port the one that it has to be; empty for {@value #USUAL_PORT}, or one that is free
     * @param watched names in the root: of files, and of folders with all that is in them
     * @throws Failure when the port is taken, or the folder cannot be watched
     */
    public static Preview start(Place place, OptionalInt port, Path root, Set<String> watched, Maker maker) {
        Press press = new Press(maker);
        PreviewServer server = listen(place, port, press);
        try {
            return new Preview(server, FileWatch.over(new Scope(root, watched)), press);
        } catch (IOException e) {
            server.close();
            throw new Failure("cannot watch the folder " + root + ": " + e.getMessage(), e);
        }
    }

    private static PreviewServer listen(Place place, OptionalInt port, Press press) {
        try {
            return PreviewServer.start(place.address(), port.orElse(USUAL_PORT), press, place.names());
        } catch (BindException e) {
            if (port.isPresent()) {
                String reason = "cannot listen on port " + port.getAsInt() + ": " + e.getMessage();
                throw new Failure(reason + "; leave out --port, and a free one is taken", e);
            }
            return listen(place, OptionalInt.of(0), press);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * Shows what changes, until the thread is interrupted or this is closed.
     *
     * @param first the issue that is looked at first, which is made before anybody asks: a browser takes its time to open
     */
    public void run(Optional<String> first) {
        try {
            press.expect(first);
            while (!Thread.currentThread().isInterrupted()) {
                refresh(watch.awaitChange());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            // That is the end.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Once the page is shown, all files are looked at: what is written through a mapping, or beyond a link, nobody tells. With what
     * has changed meanwhile, that comes next.
     */
    private void refresh(Optional<Set<Path>> changed) throws InterruptedException, IOException {
        synchronized (press) {
            show(changed);
            if (changed.isPresent() && !watch.isWaiting() && !press.isCurrent()) {
                show(Optional.empty());
            }
        }
    }

    /**
     * A page that is outdated when it is made is not shown, or a checkout of many files would be several. Where nothing has changed
     * and git has only looked, it is made again when git is done.
     */
    private void show(Optional<Set<Path>> changed) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE;
        BooleanSupplier outdated = () -> isRestless() && System.nanoTime() < end;
        boolean shown = press.refresh(changed, outdated);
        while (!shown && !watch.isWaiting()) {
            watch.awaitGit(end);
            shown = press.refresh(Optional.of(Set.of()), outdated);
        }
    }

    private boolean isRestless() {
        try {
            return watch.isRestless();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            watch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
