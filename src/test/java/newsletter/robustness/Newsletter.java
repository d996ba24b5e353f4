package newsletter.robustness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import newsletter.cli.ExitCode;
import newsletter.cli.Main;
import newsletter.cli.Surroundings;

/** A newsletter in a folder, and the tool at work on it within this process, as a person would run it. */
record Newsletter(Path folder) {
    /** The files of the example that people write, as they stand in this repository. */
    private static final List<String> PARTS = List.of("newsletter.yaml", "content", "issues");

    private static final Instant NOW = Instant.parse("2018-09-03T08:00:00Z");

    /** What a run came to. */
    record Run(ExitCode exit, String out, String err) {}

    /** A copy of the example publication without its templates: they are the ones built in. */
    static Newsletter example(Path folder) {
        Newsletter copy = new Newsletter(folder);
        for (String part : PARTS) {
            files(Path.of(part)).forEach(file -> copy.write(file.toString(), bytes(file)));
        }
        return copy;
    }

    /** A copy of the example publication with templates of its own: those of this repository. */
    static Newsletter exampleWithTemplates(Path folder) {
        Newsletter copy = example(folder);
        files(Path.of("templates")).forEach(file -> copy.write(file.toString(), bytes(file)));
        return copy;
    }

    /** A newsletter with one issue and one story, whose text may be replaced. */
    static Newsletter small(Path folder) {
        return new Newsletter(folder)
                .write("newsletter.yaml", "name: Test\nsections:\n  - {heading: News, select: news}\n")
                .write("issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n")
                .write("content/news/n.md", story("Text\n"));
    }

    /** A story with this text. */
    static String story(String text) {
        return "---\ntitle: T\ndate: 2018-09-01\n---\n" + text;
    }

    Newsletter write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Newsletter write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode exit = Main.run(new Surroundings(folder, Map.of(), stream(out), stream(err), () -> NOW), arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything that was built, by its path below {@code out/}. */
    Map<String, String> output() {
        Path out = folder.resolve("out");
        Map<String, String> built = new TreeMap<>();
        (Files.exists(out) ? files(out) : List.<Path>of())
                .forEach(file -> built.put(
                        out.relativize(file).toString(), new String(bytes(file), StandardCharsets.ISO_8859_1)));
        return built;
    }

    /** All files at or below a path, sorted. */
    static List<Path> files(Path top) {
        try (Stream<Path> walk = Files.walk(top)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
