package newsletter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cache that the launcher has made, with the tool and the Java of this build. {@link StartCacheTest} has the odd cases. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class StartCacheIT {
    private static final Path EXAMPLE = Path.of("src/main/resources/newsletter/rehearsal");

    /** {@code cat} ends when nobody holds the third descriptor any more, in the background neither. */
    private static final String WITH_TRAINING = "{ \"$0\" \"$@\" >out.txt 2>err.txt; echo $? >exit.txt; } 3>&1 | cat";

    @TempDir
    private Path temp;

    private Path jar;
    private Path loaded;
    private final Map<String, String> environment = new HashMap<>();

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        temp = temp.toRealPath();
        String java = System.getProperty("java.home");
        assumeTrue(Files.exists(Path.of(java, "release")), "this Java has no release file");
        Files.copy(Path.of("newsletter"), temp.resolve("newsletter"), StandardCopyOption.COPY_ATTRIBUTES);
        jar = Files.copy(Path.of(System.getProperty("newsletter.jar")), temp.resolve("newsletter.jar"));
        loaded = temp.resolve("loaded.log");
        copyExample();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("XDG_CACHE_HOME", temp.resolve("caches").toString());
        environment.put("NEWSLETTER_JAVA_HOME", java);
    }

    private void copyExample() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = temp.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void secondRunTakesItsClassesFromTheCacheAndDoesTheSame() throws Exception {
        Outcome first = run("build");
        byte[] page = Files.readAllBytes(temp.resolve("out/2020-02/index.html"));
        assertThat(first.exit()).as(first.err()).isZero();

        logClasses();
        Outcome second = run("build");

        assertThat(second.exit()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(page).isEqualTo(Files.readAllBytes(temp.resolve("out/2020-02/index.html")));
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains(" newsletter.pipeline.Build "))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    private void logClasses() throws IOException {
        String launcher = Files.readString(temp.resolve("newsletter"));
        Files.writeString(
                temp.resolve("newsletter"),
                launcher.replace("-Xlog:disable", "-Xlog:disable -Xlog:class+load:file=" + loaded));
    }

    /** Without the cache, from which 25 takes all classes at once. */
    @ParameterizedTest
    @CsvSource({
        "--help, picocli. newsletter.cli.",
        "--version, picocli. newsletter.cli.",
        "build, picocli. newsletter. freemarker. com.vladsch. com.helger. org.jsoup. org.yaml. org.nibor. org.slf4j."
                + " net.coobird. com.twelvemonkeys."
    })
    void commandLoadsNoLibraryThatItDoesNotNeed(String command, String needed) throws Exception {
        environment.put("NEWSLETTER_CACHE", "off");
        logClasses();

        run(command);

        assertThat(Files.readAllLines(loaded).stream().filter(line -> line.contains(" source: file:")))
                .isNotEmpty()
                .map(line -> line.replaceFirst("^(?:\\[[^]]*\\])* *", ""))
                .allMatch(
                        name -> Stream.of((needed + " newsletter.").split(" ")).anyMatch(name::startsWith));
        assertThat(loaded)
                .content()
                .doesNotContain(" java.util.logging.", " com.sun.net.httpserver.", " java.net.http.");
    }

    /** Of 25.0.3 it was seen that it ran the old code. */
    @Test
    void otherJarOfTheSameSizeAndTimeIsRun() throws Exception {
        run("build");
        assertThat(run("--version").out()).isEqualTo("newsletter 0.1.0-SNAPSHOT\n");
        FileTime time = Files.getLastModifiedTime(jar);

        replaceInManifest("0.1.0-SNAPSHOT", "0.1.1-SNAPSHOT");
        Files.setLastModifiedTime(jar, time);

        assertThat(run("--version").out()).isEqualTo("newsletter 0.1.1-SNAPSHOT\n");
        assertThat(run("--version").out()).isEqualTo("newsletter 0.1.1-SNAPSHOT\n");
    }

    private void replaceInManifest(String old, String fresh) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path manifest = files.getPath("META-INF/MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest).replace(old, fresh));
        }
    }

    /** A limit on the size of files, 5 MB, ends the writing as a full disk does. */
    @Test
    void cacheThatCannotBeWrittenWholeIsNotUsed() throws Exception {
        Outcome first = run(List.of("sh", "-c", "ulimit -f 10240; " + WITH_TRAINING, launcher(), "build"));
        assertThat(first.exit()).as(first.err()).isZero();

        assertThat(run("build")).isEqualTo(first);
        try (Stream<Path> left = Files.list(temp.resolve("caches/newsletter"))) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("parsed-")))
                    .singleElement()
                    .asString()
                    .endsWith(".failed");
        }
    }

    @Test
    void listOfTheJarIsReadWhole() throws Exception {
        int read = Stream.of(Files.readString(Path.of("newsletter")).split("\n"))
                .filter(line -> line.startsWith("LIST_OF_A_JAR="))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*=(\\d+).*", "$1")))
                .sum();

        assertThat(listStart()).isGreaterThan(Files.size(jar) - read);
    }

    /** Where the list starts: "offset of start of central directory" in the record at the end (APPNOTE.TXT 4.3.16). */
    private long listStart() throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            in.skipNBytes(Files.size(jar) - Integer.BYTES - Short.BYTES);
            byte[] offset = in.readNBytes(Integer.BYTES);
            return ByteBuffer.wrap(offset).order(ByteOrder.LITTLE_ENDIAN).getInt();
        }
    }

    private String launcher() {
        return temp.resolve("newsletter").toString();
    }

    private Outcome run(String command, String... arguments) throws Exception {
        return run(Stream.concat(Stream.of("sh", "-c", WITH_TRAINING, launcher(), command), Stream.of(arguments))
                .toList());
    }

    private Outcome run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectInput(Path.of("/dev/null").toFile()).start();
        assertThat(process.waitFor()).isZero();
        return new Outcome(
                Integer.parseInt(Files.readString(temp.resolve("exit.txt")).strip()),
                Files.readString(temp.resolve("out.txt")),
                Files.readString(temp.resolve("err.txt")));
    }
}
