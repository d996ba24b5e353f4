package newsletter.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import newsletter.Program;

/**
 * Chromium without a window, started anew for each call, with a profile of its own and without its services in the background.
 *
 * <p>It is the program that {@code CHROMIUM} names, or else the first of {@code chromium}, {@code chromium-browser} and
 * {@code google-chrome} on the path. Where there is none, tests that need it are skipped; where {@code NEWSLETTER_CI} is 1
 * they fail, because there nothing may go untested.
 */
public final class Chromium {
    private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};
    private static final int SECONDS = 120;

    /** In ms of the page's own clock, which runs as fast as its scripts allow: what they wait for is done then. */
    private static final int MOMENTS = 60_000;

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            // Pages of a test look into each other's frames.
            "--allow-file-access-from-files");

    private final Path program;

    private Chromium(Path program) {
        this.program = program;
    }

    /** Whether the reader asked for light or dark pages. */
    public enum Scheme {
        DARK("0"),
        LIGHT("1");

        /** Chromium's own number for it. */
        private final String setting;

        Scheme(String setting) {
            this.setting = setting;
        }
    }

    /** The browser; without one, the test that asks is skipped, or fails in CI. */
    public static Chromium orSkip() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        return new Chromium(named.isEmpty() ? Program.find(NAMES).path() : Path.of(named));
    }

    /** The page's document when all its frames, pictures and scripts are done, as HTML. */
    public String dom(Path page, Scheme scheme) {
        return run(page, scheme, "--virtual-time-budget=" + MOMENTS, "--dump-dom");
    }

    /**
     * A picture of the page.
     *
     * @param width of the window in CSS pixels; 500 at least, for less put the page into a frame
     * @param height of the window in CSS pixels
     */
    public void screenshot(Path page, Scheme scheme, Path png, int width, int height) {
        run(page, scheme, "--screenshot=" + png, "--window-size=" + width + "," + height);
    }

    /** A tab that stays, to be looked at and worked with. */
    public Tab tab() {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(QUIET);
        return Tab.open(command);
    }

    private String run(Path page, Scheme scheme, String... arguments) {
        try {
            Path profile = Files.createTempDirectory("chromium");
            try {
                return run(command(page, scheme, profile, arguments), profile);
            } finally {
                delete(profile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path page, Scheme scheme, Path profile, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(QUIET);
        command.add("--user-data-dir=" + profile);
        command.add("--blink-settings=preferredColorScheme=" + scheme.setting);
        command.addAll(List.of(arguments));
        command.add(page.toUri().toString());
        return command;
    }

    private static String run(List<String> command, Path profile) throws IOException {
        Path out = profile.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Chromium did not end within " + SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Chromium", e);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** What Chromium's last children still write is left to the system. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
