package newsletter.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A {@code newsletter build} in a folder, and what came of it. */
record BuildRun(Path folder, ExitCode exit, String err) {
    static final Instant NOW = Instant.parse("2018-09-03T06:05:09Z");

    static BuildRun of(Path folder, String... issues) {
        return at(NOW, folder, issues);
    }

    static BuildRun at(Instant now, Path folder, String... issues) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                Map.of(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InstantSource.fixed(now));
        String[] arguments = new String[issues.length + 1];
        arguments[0] = "build";
        System.arraycopy(issues, 0, arguments, 1, issues.length);
        ExitCode exit = Main.run(surroundings, arguments);
        return new BuildRun(folder, exit, err.toString(StandardCharsets.UTF_8));
    }

    /** Writes a file of the newsletter. */
    static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Where a file of an issue's output lies. */
    Path output(String issue, String name) {
        return folder.resolve("out").resolve(issue).resolve(name);
    }

    /** A file of an issue's output. */
    byte[] bytes(String issue, String name) throws IOException {
        return Files.readAllBytes(output(issue, name));
    }

    /** A file of an issue's output as text. */
    String text(String issue, String name) throws IOException {
        return new String(bytes(issue, name), StandardCharsets.UTF_8);
    }
}
