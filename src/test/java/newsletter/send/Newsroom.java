package newsletter.send;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import newsletter.cli.ExitCode;
import newsletter.cli.Main;
import newsletter.cli.Surroundings;
import newsletter.robustness.Program;
import newsletter.web.Network;

/** A newsletter that can be sent, in a folder, and commands that are given there. */
final class Newsroom {
    static final Instant NOW = Instant.parse("2018-09-03T06:05:09Z");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>(Map.of("KEY", "a key of many letters"));
    private String typed = "";

    /** What a command came to. */
    record Run(ExitCode exit, String out, String err) {}

    /**
     * One with a test list, a list server's list {@code members} and a table {@code readers}.
     *
     * @param port of the mail server on this machine
     */
    Newsroom(Path folder, int port) {
        this(folder);
        settings("smtp: {host: 127.0.0.1, port: " + port + ", security: none}");
        write("issues/2018-09.yaml", """
                title: September 2018
                date: 2018-09-03
                subject: New partners in Korea
                preheader: Apply until 14 September for the matchmaking in Vienna and Zagreb
                """);
        story("Clusters of Europe and Korea work together from now on, in energy, health and mobility.");
        readers(3);
    }

    private Newsroom(Path folder) {
        this.folder = folder;
    }

    /** A newsletter that is there already. */
    static Newsroom in(Path folder) {
        return new Newsroom(folder);
    }

    /** Replaces the settings, but for those that every test needs. */
    Newsroom settings(String more) {
        return write("newsletter.yaml", """
                name: Cluster Courier
                url: https://news.example.org/
                sender: {name: Cluster Courier, email: news@example.org, reply-to: editors@example.org}
                address: Example Street 1, 1000 Brussels, Belgium
                sections:
                  - {heading: News, select: news}
                lists:
                  test: {to: editors@lists.example.org}
                  members:
                    to: cluster-news@lists.example.org
                    unsubscribe: https://lists.example.org/leave
                  readers:
                    csv: readers.csv
                    unsubscribe: https://example.org/leave?list=readers
                    unsubscribe-key: "${KEY}"
                """ + more + "\n");
    }

    Newsroom story(String text) {
        return write(
                "content/news/korea.md", "---\ntitle: An agreement with Korea\ndate: 2018-09-01\n---\n" + text + "\n");
    }

    /** A table of so many readers. */
    Newsroom readers(int number) {
        StringBuilder table = new StringBuilder("email,First name\n");
        IntStream.range(0, number)
                .forEach(one -> table.append("r")
                        .append(one)
                        .append("@example.net,Reader ")
                        .append(one)
                        .append('\n'));
        return write("readers.csv", table.toString());
    }

    Newsroom write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes something else in a file. */
    Newsroom change(String name, String old, String fresh) {
        try {
            String text = Files.readString(folder.resolve(name));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(name + " has no " + old);
            }
            return write(name, text.replace(old, fresh));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Newsroom with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A person at a terminal, who types this. */
    Newsroom typing(String line) {
        typed = line + "\n";
        environment.put("NEWSLETTER_TERMINAL", "1");
        return this;
    }

    Path folder() {
        return folder;
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                stream(out),
                stream(err),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                () -> NOW,
                Network::ofTheMachine);
        ExitCode exit = Main.run(surroundings, arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /**
     * Gives a command to a process of its own, which can be killed; what it prints goes into files.
     *
     * @param option for Java
     */
    Process start(String option, String... arguments) throws IOException {
        List<String> command = Program.java(option, "-cp", Program.classPath(), Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(said().toFile())
                .redirectError(complained().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What the last process printed to stdout. */
    Path said() {
        return folder.resolve("said");
    }

    /** What the last process printed to stderr. */
    Path complained() {
        return folder.resolve("complained");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
