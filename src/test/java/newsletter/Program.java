package newsletter;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that judges what we write. */
public record Program(Path path) {
    /** Set where every such program has to be there, so that no test is skipped unseen. */
    private static final String STRICT = "NEWSLETTER_CI";

    /** The first program of these names; without any the test is skipped, or fails where {@code NEWSLETTER_CI} is 1. */
    public static Program find(String... names) {
        String[] folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        Optional<Path> found = Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String message = "there is no " + String.join(" or ", names) + " on this machine";
            Assertions.assertNotEquals("1", System.getenv(STRICT), message);
            Assumptions.abort(message);
        }
        return new Program(found.get());
    }

    /** Starts it; what it is told and what it prints goes through the process's streams, stderr included. */
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What it prints, stderr included, when it has read a file from stdin. */
    public String run(Path input, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".out");
        try {
            List<String> command = new ArrayList<>(List.of(path.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.waitFor();
            try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
                return String.join("\n", lines.toList());
            }
        } finally {
            Files.delete(output);
        }
    }
}
