package newsletter.robustness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsletter.cli.Main;
import org.junit.jupiter.api.Assertions;

/** Runs programs as processes. */
public final class Program {
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final ProcessBuilder builder;

    private Program(Path folder, List<String> command) {
        this.folder = folder;
        this.builder = new ProcessBuilder(command).directory(folder.toFile());
    }

    /**
     * What a process came to.
     *
     * @param exit its status
     */
    public record Outcome(int exit, String out, String err) {}

    /** A program that will run in a folder. */
    public static Program in(Path folder, List<String> command) {
        return new Program(folder, command);
    }

    /** The Java that runs these tests, started as the launcher starts it. */
    public static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What {@code java -cp} is given: the program with its libraries, and none of the tests. */
    public static String classPath() {
        List<String> parts = new ArrayList<>();
        parts.add(Path.of(URI.create(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString());
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (part.endsWith(".jar")) {
                parts.add(part);
            }
        }
        return String.join(File.pathSeparator, parts);
    }

    /** Sets variables. */
    public Program with(Map<String, String> variables) {
        builder.environment().putAll(variables);
        return this;
    }

    /** Starts it, with what it prints thrown away. */
    public Process start() throws IOException {
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs it to its end. What it prints has to be UTF-8. */
    public Outcome run() {
        try {
            Path out = Files.createTempFile("out", null);
            Path err = Files.createTempFile("err", null);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                Assertions.fail(builder.command() + " does not end in " + folder);
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
