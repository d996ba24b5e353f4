package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The classes that the tool loads in a process of its own. */
final class LoadedClasses {
    private LoadedClasses() {}

    /** The JVM's log of them, a line for each. */
    static String ofABuild(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "newsletter.cli.Main",
                        "build")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile());
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor())
                .as(Files.readString(folder.resolve("output.log")))
                .isZero();
        return Files.readString(log);
    }
}
