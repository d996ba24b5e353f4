package newsletter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Goes the ways of the commands once with a small newsletter of its own, so that a JVM can note the classes that they need and
 * start from these notes the next time. The launcher runs it in the background; the user's files play no part.
 */
public final class Rehearsal {
    private static final String NEWSLETTER = "/newsletter/rehearsal/";

    private static final List<String> FILES = List.of(
            "newsletter.yaml",
            "issues/2020-01.yaml",
            "issues/2020-02.yaml",
            "content/bar.png",
            "content/sky.jpg",
            "content/news/headline.md",
            "content/news/plain.md",
            "content/news/video.md",
            "content/events/fair.md",
            "content/events/talk.yaml",
            "content/calls/open.yaml",
            "content/quotes/someone.md",
            "content/notices/notice.md");

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /**
     * Fills a folder with the newsletter and runs commands on it.
     *
     * @param arguments the folder, which must not be in use
     * @throws IOException when it cannot be written
     * @throws IllegalStateException when a command does not end as it should
     */
    public static void main(String[] arguments) throws IOException {
        new Rehearsal(Path.of(arguments[0]).toAbsolutePath()).run();
    }

    private void run() throws IOException {
        for (String file : FILES) {
            layOut(file);
        }
        expect(ExitCode.DONE, "build");
        expect(ExitCode.DONE, "check", "--offline");
        expect(ExitCode.DONE, "build", "2020-01", "--format", "json");
        expect(ExitCode.DONE, "--help");
        expect(ExitCode.DONE, "build", "--help");
        expect(ExitCode.USAGE, "biuld");
        Files.writeString(folder.resolve("content/news/plain.md"), "---\ntitel: No title\ndate: 20/01/2020\n---\n");
        expect(ExitCode.FINDINGS, "build");
    }

    private void layOut(String file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream in = Rehearsal.class.getResourceAsStream(NEWSLETTER + file)) {
            if (in == null) {
                throw new IOException("the tool lacks its file " + file);
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void expect(ExitCode expected, String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ExitCode exit = Main.run(new Surroundings(folder, Map.of(), nowhere, nowhere), arguments);
        if (exit != expected) {
            throw new IllegalStateException(String.join(" ", arguments) + " ends with " + exit);
        }
    }
}
