package newsletter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsletter.robustness.Program;
import newsletter.robustness.Program.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher with a real Maven and the real tool, from a copy of the sources. Skipped where there is no Maven, but with
 * {@code NEWSLETTER_CI=1} that is a failure. One test, since Maven takes long.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class LauncherIT {
    private static final List<String> SOURCES =
            List.of("newsletter", "pom.xml", "newsletter.yaml", "src/main", "templates", "content", "issues");

    private static final String BROKEN = "src/main/java/newsletter/cli/ExitCode.java";

    @TempDir
    private Path temp;

    private Path home;
    private Path jar;

    @BeforeEach
    void copySources() throws IOException {
        home = Files.createDirectories(temp.toRealPath().resolve("Grüße aus Köln"));
        jar = home.resolve("target/newsletter.jar");
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(Path.of(source))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = home.resolve(file);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Test
    void buildsTheToolOnceAndAgainWhenASourceHasChanged() throws IOException {
        boolean maven = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
        if (!"1".equals(System.getenv("NEWSLETTER_CI"))) {
            assumeTrue(maven, "there is no mvn on the PATH");
        }

        firstRunBuildsTheToolAndTheIssue();
        secondRunOnlyBuildsTheIssue();
        worksThroughALinkFromAnotherFolder();
        aReadOnlyFolderWillDo();
        aSourceThatDoesNotCompileIsShown();
    }

    private void firstRunBuildsTheToolAndTheIssue() {
        Outcome outcome = run(home, home.resolve("newsletter").toString(), "build");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("2018-09: 12 sections, ").endsWith(" · out/2018-09/index.html\n");
        assertThat(outcome.err()).doesNotContain("error").doesNotContain("WARN").doesNotContain("[INFO]");
        assertThat(home.resolve("out/2018-09/index.html")).isNotEmptyFile();
    }

    private void secondRunOnlyBuildsTheIssue() throws IOException {
        FileTime made = Files.getLastModifiedTime(jar);
        Object key = Files.readAttributes(jar, BasicFileAttributes.class).fileKey();

        Outcome outcome = run(home, "./newsletter", "build", "2018-03");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).endsWith(" · out/2018-03/index.html\n");
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(made);
        assertThat(Files.readAttributes(jar, BasicFileAttributes.class).fileKey())
                .isEqualTo(key);
    }

    private void worksThroughALinkFromAnotherFolder() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("news"), home.resolve("newsletter"));

        assertThat(run(elsewhere, link.toString(), "--version").out()).startsWith("newsletter ");
        assertThat(run(elsewhere, "./news", "build", "2017-11").out())
                .endsWith(" · " + home.toRealPath().resolve("out/2017-11/index.html") + "\n");
        Files.delete(link);
    }

    private void aReadOnlyFolderWillDo() throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of(home.resolve("newsletter").toString(), "--version"));
        setWritable(false);
        Outcome upToDate = withoutCache(temp, command);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Outcome stale = withoutCache(temp, command);
        setWritable(true);

        assertThat(upToDate.err()).isEmpty();
        assertThat(upToDate.out()).startsWith("newsletter ");
        assertThat(stale.err())
                .isEqualTo("newsletter: cannot write to " + home.resolve("target")
                        + ": running the tool as it was last built\n");
        assertThat(stale.out()).startsWith("newsletter ");
    }

    private void setWritable(boolean writable) throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(writable ? "rwxr-xr-x" : "r-xr-xr-x"));
            }
        }
    }

    private void aSourceThatDoesNotCompileIsShown() throws IOException {
        Files.writeString(
                home.resolve(BROKEN), "package newsletter.cli; enum ExitCode { BROKEN(", StandardCharsets.UTF_8);

        Outcome outcome = run(home, "./newsletter", "build");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("ExitCode.java")
                .contains("COMPILATION ERROR")
                .endsWith("newsletter: the tool could not be built: Maven's messages are above, and in "
                        + home.resolve("target/build.log") + "\n");
        assertThat(jar).doesNotExist();
    }

    private static Outcome run(Path folder, String... command) {
        return withoutCache(folder, List.of(command));
    }

    private static Outcome withoutCache(Path folder, List<String> command) {
        return Program.in(folder, command)
                .with(Map.of("NEWSLETTER_CACHE", "off"))
                .run();
    }
}
