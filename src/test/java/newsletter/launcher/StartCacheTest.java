package newsletter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the launcher has a cache made and uses it, with a Java that is a small script: it notes each training, and prints
 * what else it was given. {@link StartCacheIT} does it with a real one.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class StartCacheTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("basedir", ""), "newsletter");

    private static final String JAVA = """
            #!/bin/sh
            for argument; do
                case $argument in
                    -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*)
                        file=${argument#*=}
                        echo "$*" >>"$FAKE_LOG"
                        eval "${FAKE_TRAINING:-echo whole >\\"\\$file\\"}"
                        exit
                        ;;
                    -XX:AOTCache=* | -XX:SharedArchiveFile=*) used=${argument#*=} ;;
                    -Xshare:on | -XX:AOTMode=on) grep -q whole "$used" && exit; exit 1 ;;
                esac
            done
            echo "caches $NEWSLETTER_CACHES"
            for argument; do printf '%s\\n' "$argument"; done
            echo noise >&2
            exit "${FAKE_EXIT:-0}"
            """;

    /** {@code cat} ends when nobody holds the third descriptor any more, in the background neither. */
    private static final String WITH_TRAINING =
            "{ \"$0\" \"$@\" >\"$PRINTED/out\" 2>\"$PRINTED/err\"; echo $? >\"$PRINTED/exit\"; } 3>&1 | cat";

    @TempDir
    private Path temp;

    private Path home;
    private Path jar;
    private Path caches;
    private Path printed;
    private Path log;
    private final Map<String, String> environment = new HashMap<>();

    private record Outcome(int exit, String out, String err) {}

    /** A tool without its sources, as it may be installed, and a Java. */
    @BeforeEach
    void layOut() throws IOException {
        temp = temp.toRealPath();
        home = Files.createDirectories(temp.resolve("Grüße aus Köln"));
        jar = write(home.resolve("newsletter.jar"), "code");
        caches = temp.resolve("caches/newsletter");
        log = temp.resolve("trainings.log");
        printed = Files.createDirectories(temp.resolve("printed"));
        launcher(0);
        java("25.0.3");
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", temp.resolve("user").toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("XDG_CACHE_HOME", temp.resolve("caches").toString());
        environment.put("NEWSLETTER_JAVA_HOME", temp.resolve("java").toString());
        environment.put("FAKE_LOG", log.toString());
        environment.put("PRINTED", printed.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.15, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=, jsa",
        "24.0.1, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=, jsa",
        "25.0.3, -XX:AOTCacheOutput=, -XX:AOTCache=, aot",
        "26-ea, -XX:AOTCacheOutput=, -XX:AOTCache=, aot"
    })
    void firstRunHasACacheMadeThatTheSecondUses(String version, String make, String use, String suffix)
            throws Exception {
        java(version);

        assertThat(run("build").out()).doesNotContain(use).endsWith("-jar\n" + jar + "\nbuild\n");
        assertThat(trainings()).singleElement().asString().contains(make, "-cp " + jar + " newsletter.cli.Rehearsal ");
        assertThat(cache(suffix)).hasContent("whole");

        assertThat(run("build").out()).contains(use + cache(suffix) + "\n-jar\n" + jar + "\nbuild\n");
        assertThat(trainings()).hasSize(1);
    }

    @Test
    void whatTellsOfTheCommandsHasACacheOfItsOwn() throws Exception {
        run("build");
        run("build", "--help");
        run("--help");
        run("biuld");

        List<String> both =
                list(caches).stream().filter(name -> name.endsWith(".aot")).toList();
        assertThat(both).hasSize(2);
        assertThat(both.get(0)).isEqualTo(both.get(1).replace(".aot", "-help.aot"));
        assertThat(trainings()).hasSize(2);
        assertThat(trainings().get(0)).doesNotEndWith(" help");
        assertThat(trainings().get(1)).endsWith(" help");
        assertThat(run("--version").out()).contains("-XX:AOTCache=" + caches.resolve(both.get(0)) + "\n");
        assertThat(run("check").out()).contains("-XX:AOTCache=" + caches.resolve(both.get(1)) + "\n");

        write(jar, "another");
        run("build");

        assertThat(list(caches)).hasSize(2).doesNotContainAnyElementsOf(both);
    }

    @Test
    void previewHasACacheOfItsOwnFromBothCompilersAndTakesTheOtherUntilThen() throws Exception {
        run("build");
        Path other = cache("aot");

        assertThat(run("preview").out()).contains("-XX:AOTCache=" + other + "\n");

        assertThat(trainings()).hasSize(2);
        assertThat(trainings().get(0)).contains("-XX:TieredStopAtLevel=1").doesNotEndWith(" preview");
        assertThat(trainings().get(1)).doesNotContain("-XX:TieredStopAtLevel").endsWith(" preview");
        String own = other.toString().replace(".aot", "-preview.aot");
        assertThat(run("preview").out()).contains("-XX:AOTCache=" + own + "\n");
        assertThat(run("build", "-C", "preview").out()).contains("-XX:AOTCache=" + other + "\n");
        assertThat(trainings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "24.0.1"})
    void previewSharesTheCacheOfClassesAlone(String version) throws Exception {
        java(version);
        run("build");

        assertThat(run("preview").out()).contains("-XX:SharedArchiveFile=" + cache("jsa") + "\n");
        assertThat(trainings()).hasSize(1);
    }

    @Test
    void onlyTheCacheAndWhatItIsForStay() throws Exception {
        run();

        assertThat(list(caches)).allMatch(name -> name.matches("\\d+-\\d+-help\\.aot(\\.of)?"));
    }

    @Test
    void neitherOutputNorExitCodeTellsOfTraining() throws Exception {
        environment.put("FAKE_TRAINING", "echo loud; echo louder >&2; echo whole >\"$file\"");
        environment.put("FAKE_EXIT", "42");

        Outcome outcome = run();

        assertThat(outcome.exit()).isEqualTo(42);
        assertThat(outcome.out()).doesNotContain("loud");
        assertThat(outcome.err()).isEqualTo("noise\n");
        assertThat(cache("aot")).exists();
    }

    @Test
    void whoeverReadsTheOutputToItsEndDoesNotWaitForTraining() throws Exception {
        Path end = fifo("end");
        environment.put("FAKE_TRAINING", "read -r line <'" + end + "'; echo whole >\"$file\"");
        environment.put("COMMAND", "printed=$('" + home.resolve("newsletter") + "'); echo >'" + end + "'");

        run(List.of("/bin/sh", "-c", WITH_TRAINING, "/bin/sh", "-c", "eval \"$COMMAND\""));

        assertThat(cache("aot")).exists();
    }

    @Test
    void changedJarIsNeverRunFromTheCacheOfAnother() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(jar, time);
        run();
        Path old = cache("aot");

        write(jar, "edoc"); // as long, and in its place
        Files.setLastModifiedTime(jar, time);

        assertThat(run().out()).doesNotContain("-XX:AOTCache=");
        assertThat(trainings()).hasSize(2);
        assertThat(old).doesNotExist();
        assertThat(run().out()).contains("-XX:AOTCache=" + cache("aot") + "\n");
    }

    @Test
    void upgradedJavaGetsACacheOfItsOwn() throws Exception {
        run();
        Path old = cache("aot");

        java("25.0.4");

        assertThat(run().out()).doesNotContain("-XX:AOTCache=");
        assertThat(old).doesNotExist();
        assertThat(run().out()).contains("-XX:AOTCache=" + cache("aot") + "\n");
    }

    @Test
    void cachesOfOtherJarsAndOtherJavasStayWhileThoseAreThere() throws Exception {
        Path there = write(caches.resolve("1-1.aot"), "whole");
        write(caches.resolve("1-1.aot.of"), write(temp.resolve("other.jar"), "") + "\n" + temp.resolve("java") + "\n");
        Path withoutJar = write(caches.resolve("2-2.aot"), "whole");
        write(caches.resolve("2-2.aot.of"), temp.resolve("gone.jar") + "\n" + temp.resolve("java") + "\n");
        Path withoutJava = write(caches.resolve("3-3.aot"), "whole");
        write(caches.resolve("3-3.aot.of"), jar + "\n" + temp.resolve("gone") + "\n");

        run();

        assertThat(there).exists();
        assertThat(List.of(withoutJar, withoutJava)).noneMatch(Files::exists);
    }

    @Test
    void twoFirstRunsAtOnceTrainOnce() throws Exception {
        Path begun = fifo("begun");
        Path second = fifo("second");
        environment.put(
                "FAKE_TRAINING", "echo >'" + begun + "'; read -r wait <'" + second + "'; echo whole >\"$file\"");
        Process first = builder(withTraining()).start();
        Files.readString(begun);

        assertThat(run().exit()).isZero();

        Files.writeString(second, "over\n");
        assertThat(first.waitFor()).isZero();
        assertThat(trainings()).hasSize(1);
        assertThat(cache("aot")).exists();
    }

    @Test
    void trainingThatWasKilledIsBegunAnew() throws Exception {
        environment.put("FAKE_TRAINING", "echo half >\"$file\"; kill -9 $PPID");
        run();
        assertThat(list(caches)).singleElement().asString().endsWith(".training");
        environment.remove("FAKE_TRAINING");

        run(); // finds out
        run();

        assertThat(trainings()).hasSize(2);
        assertThat(cache("aot")).hasContent("whole");
        assertThat(list(caches)).noneMatch(name -> name.endsWith(".training"));
    }

    @ParameterizedTest
    @CsvSource({
        "half and success, 'echo half >\"$file\"'",
        "half and failure, 'echo half >\"$file\"; exit 1'",
        "nothing, ':'"
    })
    void trainingThatLeavesNoWholeCacheIsNotRepeatedOnThisDay(String what, String training) throws Exception {
        environment.put("FAKE_TRAINING", training);
        run();
        run();

        assertThat(trainings()).as(what).hasSize(1);
        assertThat(list(caches)).singleElement().asString().endsWith(".aot.failed");

        FileTime yesterday = FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS));
        Files.setLastModifiedTime(caches.resolve(list(caches).get(0)), yesterday);
        environment.remove("FAKE_TRAINING");
        run();

        assertThat(list(caches)).allMatch(name -> name.matches("\\d+-\\d+-help\\.aot(\\.of)?"));
        assertThat(cache("aot")).hasContent("whole");
    }

    @Test
    void jarThatChangesDuringTrainingHasNoCache() throws Exception {
        environment.put("FAKE_TRAINING", "echo whole >\"$file\"; echo changed >'" + jar + "'");

        run();

        assertThat(list(caches)).singleElement().asString().endsWith(".failed");
    }

    @Test
    void readOnlyFolderIsNoTrouble() throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root can write anywhere, there is no setpriv");
            command.addAll(List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        Files.createDirectories(caches.getParent());
        Files.setPosixFilePermissions(printed, PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path folder : List.of(temp, caches.getParent())) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        command.addAll(withTraining());

        Outcome outcome = run(command);

        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(caches.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEqualTo("noise\n");
        assertThat(trainings()).isEmpty();
        assertThat(caches).doesNotExist();
    }

    @Test
    void trainingWaitsForTheFirstRunToEnd() throws Exception {
        launcher(20);
        Path ended = temp.resolve("ended");
        environment.put("FAKE_TRAINING", "[ -e '" + ended + "' ] && echo whole >\"$file\"");
        Path java = temp.resolve("java/bin/java");
        Files.writeString(java, JAVA.replace("exit \"${FAKE_EXIT:-0}\"", "echo >'" + ended + "'"));

        run();

        assertThat(cache("aot")).exists();
    }

    @Test
    void cachesLieWhereTheSystemKeepsThem() throws Exception {
        environment.remove("XDG_CACHE_HOME");
        run();
        assertThat(list(temp.resolve("user/.cache/newsletter"))).hasSize(2);

        Files.createDirectories(temp.resolve("System/Library"));
        run();
        assertThat(list(temp.resolve("user/Library/Caches/newsletter"))).hasSize(2);

        // Relative paths in it are to be ignored, says the XDG Base Directory Specification.
        environment.put("XDG_CACHE_HOME", "relative");
        run();
        assertThat(trainings()).hasSize(2);
    }

    @Test
    void toolIsToldWhatFilesOfItsOwnAreCalled() throws Exception {
        String told = toldBy("build");

        assertThat(told).matches("caches \\Q" + caches + "\\E/\\d+-\\d+").isEqualTo(toldBy("--help"));
        write(jar, "another");
        assertThat(toldBy("build")).startsWith("caches " + caches).isNotEqualTo(told);
        environment.put("NEWSLETTER_CACHE", "off");
        assertThat(toldBy("build")).isEqualTo("caches ");
    }

    private String toldBy(String command) throws Exception {
        return run(command).out().lines().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"NEWSLETTER_CACHE, off", "XDG_CACHE_HOME, /no:where", "HOME, ''"})
    void whereThereCanBeNoCacheThereIsNone(String variable, String value) throws Exception {
        if (variable.equals("HOME")) {
            environment.remove("XDG_CACHE_HOME");
        }
        environment.put(variable, value);

        Outcome outcome = run();

        assertThat(outcome.err()).isEqualTo("noise\n");
        assertThat(outcome.out()).doesNotContain("-XX:AOTCache");
        assertThat(trainings()).isEmpty();
    }

    private void launcher(int seconds) throws IOException {
        String script = Files.readString(LAUNCHER)
                .replaceFirst("FIRST_RUN=\\d+", "FIRST_RUN=" + seconds)
                .replace("/System/Library", "'" + temp + "/System/Library'");
        program(home.resolve("newsletter"), script);
    }

    private void java(String version) throws IOException {
        program(temp.resolve("java/bin/java"), JAVA);
        write(temp.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private List<String> trainings() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private Path cache(String suffix) throws IOException {
        List<String> found = list(caches).stream()
                .filter(name -> name.endsWith("." + suffix))
                .toList();
        assertThat(found).hasSize(1);
        return caches.resolve(found.get(0));
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Runs it, and waits for the training too. */
    private Outcome run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(withTraining());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Outcome run(List<String> command) throws Exception {
        Process process = builder(command).start();
        assertThat(process.waitFor()).isZero();
        return new Outcome(Integer.parseInt(read("exit").strip()), read("out"), read("err"));
    }

    private List<String> withTraining() {
        return List.of(
                "/bin/sh", "-c", WITH_TRAINING, home.resolve("newsletter").toString());
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectInput(Path.of("/dev/null").toFile());
    }

    private String read(String name) throws IOException {
        return Files.readString(printed.resolve(name));
    }

    private Path fifo(String name) throws Exception {
        Path fifo = temp.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        return fifo;
    }

    private static void program(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
