package newsletter.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Goes the ways of the commands with a small newsletter of its own, so that a JVM can note the classes that they need, and of a preview
 * what it does much, and start from these notes the next time. The launcher runs it in the background; the user's files play no part.
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

    /** So many give the JVM the notes that it takes; with 800 a preview was no faster. */
    private static final int SAVES = 200;

    /** In ms, for one page on a machine that does other things first. */
    private static final int PATIENCE = 60_000;

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /**
     * Fills a folder with the newsletter and runs commands on it.
     *
     * @param arguments the folder, which must not be in use; and {@code help} or {@code preview} where that alone is to be gone through
     * @throws IOException when it cannot be written
     * @throws IllegalStateException when a command does not end as it should
     */
    public static void main(String[] arguments) throws IOException {
        Rehearsal rehearsal = new Rehearsal(Path.of(arguments[0]).toAbsolutePath());
        String part = arguments.length == 1 ? "" : arguments[1];
        switch (part) {
            case "help" -> rehearsal.help();
            case "preview" -> rehearsal.preview(SAVES);
            default -> {
                rehearsal.work();
                rehearsal.help();
            }
        }
    }

    private void work() throws IOException {
        layOut();
        expect(ExitCode.DONE, "build");
        expect(ExitCode.DONE, "check", "--offline");
        expect(ExitCode.DONE, "build", "2020-01", "--format", "json");
        expect(ExitCode.DONE, "build", "--all");
        expect(ExitCode.DONE, "check", "--all", "--offline");
        expect(ExitCode.DONE, "send", "--to", "members", "--dry-run");
        preview(0);
        Files.writeString(folder.resolve("content/news/plain.md"), "---\ntitel: No title\ndate: 20/01/2020\n---\n");
        expect(ExitCode.FINDINGS, "build");
    }

    private void help() {
        expect(ExitCode.DONE, "--help");
        expect(ExitCode.DONE, "--version");
        expect(ExitCode.DONE, "build", "--help");
        expect(ExitCode.USAGE, "biuld");
    }

    private void layOut() throws IOException {
        for (String file : FILES) {
            layOut(file);
        }
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

    /** As a browser goes through it: the frame, the page, and the stream that says when a page is ready, after each save too. */
    private void preview(int saves) throws IOException {
        layOut();
        try (PipedInputStream in = new PipedInputStream();
                PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8)) {
            Surroundings surroundings = surroundings(out);
            Thread preview = new Thread(() -> Main.run(surroundings, "preview", "--no-open", "--port", "0"));
            preview.setDaemon(true);
            preview.start();
            URI address = URI.create(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
            try (Visitor events = new Visitor(address, "/_/events")) {
                events.awaitPage();
                Visitor.look(address, "/");
                Visitor.look(address, "/2020-02/");
                for (int save = 1; save <= saves; save++) {
                    Files.writeString(
                            folder.resolve("content/news/plain.md"),
                            "---\ntitle: Saved %d times\ndate: 2020-01-20\n---\nThe *text* of save %1$d.\n"
                                    .formatted(save));
                    events.awaitPage();
                }
            }
            preview.interrupt();
        }
    }

    /** Asks on a plain socket, lest an HTTP client gets among the classes. */
    private static final class Visitor implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answer;

        Visitor(URI address, String path) throws IOException {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(PATIENCE);
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        static void look(URI address, String path) throws IOException {
            try (Visitor visitor = new Visitor(address, path)) {
                visitor.answer.transferTo(Writer.nullWriter());
            }
        }

        /** Until all is known of the next page. */
        void awaitPage() throws IOException {
            String line = answer.readLine();
            while (line != null && !line.contains("\"findings\":")) {
                line = answer.readLine();
            }
            if (line == null) {
                throw new IOException("the preview says no more");
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Surroundings surroundings(PrintStream out) {
        String caches = folder.resolve("caches/rehearsal").toString();
        Map<String, String> environment =
                Map.of(Surroundings.CACHES, caches, "SMTP_USER", "somebody", "SMTP_PASSWORD", "a password");
        return new Surroundings(folder, environment, out, nowhere());
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private void expect(ExitCode expected, String... arguments) {
        ExitCode exit = Main.run(surroundings(nowhere()), arguments);
        if (exit != expected) {
            throw new IllegalStateException(String.join(" ", arguments) + " ends with " + exit);
        }
    }
}
