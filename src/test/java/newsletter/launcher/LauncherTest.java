package newsletter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
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
 * Runs the launcher of the project as a process, in a folder of its own, with a Maven and with Javas that are small
 * scripts: the Java prints what it was given. The usual places of JDKs are moved below the test's folder, so that those
 * of this machine play no part.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
final class LauncherTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("basedir", ""), "newsletter");

    private static final List<String> TOOLS = List.of(
            "cat",
            "cp",
            "find",
            "locale",
            "ls",
            "mkdir",
            "mv",
            "printf",
            "ps",
            "readlink",
            "rm",
            "rmdir",
            "sh",
            "sleep",
            "touch");

    /** Where the launcher looks for JDKs, apart from the user's own folder. */
    private static final Pattern USUAL_PLACE = Pattern.compile("(?<=[ \"])/(?=(usr|opt|Library|home|c)/)");

    private static final String JAVA = """
            #!/bin/sh
            echo "java ${0%/bin/java}"
            echo "home $NEWSLETTER_HOME"
            echo "terminal $NEWSLETTER_TERMINAL"
            echo "locale ${LC_ALL:-${LC_CTYPE:-$LANG}}"
            for argument; do printf 'argument <%s>\\n' "$argument"; done
            exit "${FAKE_EXIT:-0}"
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "java $JAVA_HOME, arguments $*" >>"$FAKE_LOG"
            echo "[ERROR] what Maven says"
            while [ "$1" != -f ]; do shift; done
            target=${2%/*}/target
            mkdir -p "$target"
            eval "${FAKE_BUILD:-echo built >\\"\\$target/newsletter.jar\\"}"
            """;

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Path home;
    private Path launcher;
    private Path jar;
    private Path lock;
    private Path log;
    private final Map<String, String> environment = new HashMap<>();

    record Outcome(int exit, String out, String err) {

        List<String> lines(String word) {
            return out.lines()
                    .filter(line -> line.startsWith(word + " "))
                    .map(line -> line.substring(word.length() + 1))
                    .toList();
        }
    }

    record Running(Process process, Path out, Path err) {

        Outcome await() throws IOException, InterruptedException {
            int exit = process.waitFor();
            return new Outcome(exit, Files.readString(out), Files.readString(err));
        }
    }

    @BeforeEach
    void layOutAProject() throws IOException {
        temp = temp.toRealPath();
        home = Files.createDirectories(temp.resolve("Grüße aus Köln"));
        launcher = home.resolve("newsletter");
        jar = home.resolve("target/newsletter.jar");
        lock = home.resolve("target/.build.lock");
        log = temp.resolve("maven.log");

        String script = Files.readString(LAUNCHER);
        String moved = USUAL_PLACE.matcher(script).replaceAll(temp + "/");
        assertThat(moved).contains(temp + "/usr/lib/jvm/*", temp + "/Library/", temp + "/c/Program");
        program(launcher, moved);
        for (String source : List.of("pom.xml", "src/main/java/A.java", "src/main/java/B.java", "templates/a.ftlh")) {
            write(home.resolve(source), source);
        }

        Path tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Path.of("/bin", tool);
            link(tools.resolve(tool), Files.isExecutable(found) ? found : Path.of("/usr/bin", tool));
        }
        program(temp.resolve("maven/mvn"), MAVEN);
        environment.put("PATH", temp.resolve("maven") + ":" + tools);
        environment.put("HOME", temp.resolve("user").toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("NEWSLETTER_CACHE", "off");
        environment.put("FAKE_LOG", log.toString());
    }

    /** JUnit would warn of each link that leads out of the test's folder. */
    @AfterEach
    void removeLinksToTools() throws IOException {
        for (String tool : TOOLS) {
            Files.delete(temp.resolve("tools").resolve(tool));
        }
        Files.deleteIfExists(temp.resolve("tools/real-sleep"));
    }

    // ---- building ----

    @Test
    void firstRunBuildsAndStarts() throws Exception {
        Path java = jdk("usr/lib/jvm/a", "17.0.15");

        Outcome outcome = run("check");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.lines("argument"))
                .containsSequence("<-jar>", "<" + jar + ">", "<check>")
                .contains("<-Dfile.encoding=UTF-8>", "<-Djava.awt.headless=true>");
        assertThat(outcome.lines("home")).containsExactly(home.toString());
        assertThat(builds())
                .containsExactly("java " + java + ", arguments -q -B -Dquick -DskipTests -f " + home.resolve("pom.xml")
                        + " package");
        assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**.build*");
    }

    @Test
    void secondRunDoesNotBuild() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        run();

        assertThat(run().exit()).isZero();

        assertThat(builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "templates/a.ftlh"})
    void changedSourceIsBuilt(String source) throws Exception {
        builtLongAgo();
        Files.setLastModifiedTime(home.resolve(source), FileTime.from(LONG_AGO.plus(1, ChronoUnit.SECONDS)));

        run();
        run();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void deletedSourceIsNoticed() throws Exception {
        builtLongAgo();
        Files.delete(home.resolve("src/main/java/B.java"));

        run();
        run();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void buildThatLeavesTheJarAloneIsNotRepeated() throws Exception {
        builtLongAgo();
        environment.put("FAKE_BUILD", ":");
        write(home.resolve("src/main/java/A.java"), "changed");

        run();
        run();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void changeDuringTheBuildIsBuiltNextTime() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        environment.put(
                "FAKE_BUILD", "sleep 0.05; touch \"$target/../pom.xml\"; sleep 0.05; echo >\"$target/newsletter.jar\"");

        run();
        run();

        assertThat(builds()).hasSize(2);
    }

    @Test
    void sourceDatedInTheFutureDoesNotCauseABuildEachTime() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        Files.setLastModifiedTime(
                home.resolve("templates/a.ftlh"), FileTime.from(Instant.now().plus(1, ChronoUnit.DAYS)));

        run();
        run();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void failedBuildShowsItsLogAndLeavesNoJar() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        environment.put("FAKE_BUILD", "echo half >\"$target/newsletter.jar\"; exit 1");

        Outcome outcome = run();

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .containsExactly(
                        "[ERROR] what Maven says",
                        "newsletter: the tool could not be built: Maven's messages are above, and in "
                                + home.resolve("target/build.log"));
        assertThat(jar).doesNotExist();
        assertThat(lock).doesNotExist();
    }

    @Test
    void buildThatMakesNoJarIsAFailure() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        environment.put("FAKE_BUILD", ":");

        assertThat(run())
                .isEqualTo(new Outcome(3, "", "newsletter: Maven reported no error, but there is no " + jar + "\n"));
    }

    @Test
    void interruptedBuildLeavesNeitherJarNorLockNorMaven() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        Path survived = temp.resolve("survived");
        environment.put(
                "FAKE_BUILD", "echo half >\"$target/newsletter.jar\"; kill $PPID; sleep 1; echo >'" + survived + "'");

        Outcome outcome = run();

        assertThat(outcome.exit()).isEqualTo(143);
        assertThat(jar).doesNotExist();
        assertThat(lock).doesNotExist();
        assertThat(survived).doesNotExist();
    }

    @Test
    void runningToolKeepsItsJarDuringTheBuild() throws Exception {
        builtLongAgo();
        Path opened = Files.createLink(temp.resolve("opened.jar"), jar);
        write(home.resolve("pom.xml"), "changed");

        run();

        assertThat(jar).hasContent("built");
        assertThat(opened).hasContent("old");
    }

    @Test
    void mavenDoesNotReadTheInputOfTheTool() throws Exception {
        Path java = jdk("usr/lib/jvm/a", "17.0.15");
        program(java.resolve("bin/java"), "#!/bin/sh\ncat\n");
        environment.put("FAKE_BUILD", "cat; echo >\"$target/newsletter.jar\"");

        Path input = write(temp.resolve("input"), "for the tool");

        Outcome outcome = start(temp, List.of("sh", "-c", "exec \"$0\" <\"$1\"", launcher.toString(), input.toString()))
                .await();

        assertThat(outcome.out()).isEqualTo("for the tool");
    }

    @Test
    void missingMavenIsToldInOneLine() throws Exception {
        builtLongAgo();
        write(home.resolve("pom.xml"), "changed");
        Files.delete(temp.resolve("maven/mvn"));

        assertThat(run())
                .isEqualTo(new Outcome(
                        127,
                        "",
                        "newsletter: the tool has to be built first, which needs Maven"
                                + " (for example 'apt install maven' or 'brew install maven')\n"));
        assertThat(lock).doesNotExist();
    }

    @Test
    void runtimeWithoutCompilerRunsButDoesNotBuild() throws Exception {
        Files.delete(jdk("usr/lib/jvm/a", "17.0.15").resolve("bin/javac"));
        write(jar, "new");
        assertThat(run().exit()).isZero();

        Files.delete(jar);
        Outcome outcome = run();

        assertThat(outcome.exit()).isEqualTo(127);
        assertThat(outcome.err())
                .isEqualTo("newsletter: the tool has to be built first, which needs a JDK 17 or later;"
                        + " there is only a Java to run it\n");
    }

    @Test
    void mavenGetsTheDefaultJdkAndTheToolTheNewest() throws Exception {
        Path newest = jdk("usr/lib/jvm/z", "25.0.3");
        Path onPath = jdk("elsewhere", "17.0.15");
        link(temp.resolve("maven/java"), Path.of("../elsewhere/bin/java"));

        Outcome outcome = run();

        assertThat(outcome.lines("java")).containsExactly(newest.toString());
        assertThat(builds()).first().asString().contains("/../elsewhere, ");
        assertThat(onPath).isDirectory();
    }

    @Test
    void mavenDoesNotGetAnUnsuitableDefaultJdk() throws Exception {
        Path newest = jdk("usr/lib/jvm/z", "25.0.3");
        environment.put("JAVA_HOME", jdk("elsewhere", "11.0.2").toString());

        run();

        assertThat(builds()).first().asString().startsWith("java " + newest + ",");
    }

    @Test
    void mavenGetsAJdkWhereTheNewestJavaIsOnlyARuntime() throws Exception {
        Path compiler = jdk("usr/lib/jvm/a", "17.0.15");
        Path runtime = jdk("usr/lib/jvm/z", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        environment.put("JAVA_HOME", runtime.toString());

        assertThat(run().lines("java")).containsExactly(runtime.toString());
        assertThat(builds()).first().asString().startsWith("java " + compiler + ",");
    }

    // ---- several at once ----

    @Test
    void twoLaunchersAtOnceBuildOnce() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        Path waiting = temp.resolve("waiting");
        // Maven does not finish before the other launcher has begun to wait.
        replaceSleep("echo >'" + waiting + "'; exec \"$real\" 0.02");
        environment.put(
                "FAKE_BUILD",
                "n=0; while [ ! -e '" + waiting + "' ] && [ $n -lt 100 ]; do '" + temp.resolve("tools/real-sleep")
                        + "' 0.05; n=$((n + 1)); done; echo built >\"$target/newsletter.jar\"");

        Running first = start(temp, List.of(launcher.toString()));
        Running second = start(temp, List.of(launcher.toString()));

        assertThat(List.of(first.await(), second.await()))
                .allSatisfy(outcome -> assertThat(outcome.lines("argument")).contains("<" + jar + ">"));
        assertThat(builds()).hasSize(1);
        assertThat(waiting).exists();
    }

    @Test
    void newJarIsNotRunWhileItIsBeingBuilt() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        write(jar, "half");
        lockedBy(ProcessHandle.current().pid());
        replaceSleep("echo whole >'" + jar + "'; rm -r '" + lock + "'");

        assertThat(run().exit()).isZero();

        assertThat(jar).hasContent("whole");
        assertThat(builds()).isEmpty();
    }

    @Test
    void lockOfADeadProcessIsTakenOverAndItsJarNotTrusted() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        write(jar, "half");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        lockedBy(dead.pid());

        assertThat(run().exit()).isZero();

        assertThat(builds()).hasSize(1);
        assertThat(jar).hasContent("built");
        assertThat(lock).doesNotExist();
    }

    @Test
    void lockIsKeptWhileTheMavenOfADeadLauncherIsAlive() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        write(jar, "half");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        lockedBy(dead.pid());
        write(lock.resolve("maven"), ProcessHandle.current().pid() + "\n");
        replaceSleep("rm -r '" + lock + "'");

        assertThat(run().exit()).isZero();

        assertThat(builds()).isEmpty();
    }

    @Test
    void waitingHasAnEnd() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        program(launcher, Files.readString(launcher).replaceFirst("PATIENCE=\\d+", "PATIENCE=3"));
        lockedBy(ProcessHandle.current().pid());
        replaceSleep(":");

        assertThat(run())
                .isEqualTo(new Outcome(
                        3,
                        "",
                        "newsletter: another build of the tool does not come to its end; if there is none, remove "
                                + lock + "\n"));
        assertThat(lock).exists();
    }

    // ---- folders that are not a project in progress ----

    @Test
    void unwritableFolderRunsTheOldJarWithAWarning() throws Exception {
        builtLongAgo();
        write(home.resolve("pom.xml"), "changed");
        Outcome outcome = runWithoutWriting();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.lines("argument")).contains("<" + jar + ">");
        assertThat(outcome.err())
                .isEqualTo("newsletter: cannot write to " + home.resolve("target")
                        + ": running the tool as it was last built\n");
        assertThat(builds()).isEmpty();
    }

    @Test
    void targetThatCannotBeMadeIsToldInOneLine() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        write(home.resolve("target"), "a file where the folder should be");

        assertThat(run())
                .isEqualTo(new Outcome(
                        3,
                        "",
                        "newsletter: the tool cannot be built: no permission to write to " + home.resolve("target")
                                + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsletter.jar", "target/newsletter.jar"})
    void jarWithoutSourcesIsRunAsItIs(String place) throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        Files.delete(home.resolve("pom.xml"));
        write(home.resolve(place), "packaged");

        assertThat(run().lines("argument")).contains("<" + home.resolve(place) + ">");
        assertThat(builds()).isEmpty();
    }

    @Test
    void neitherJarNorSourcesIsToldInOneLine() throws Exception {
        jdk("usr/lib/jvm/a", "17.0.15");
        Files.delete(home.resolve("pom.xml"));

        assertThat(run())
                .isEqualTo(new Outcome(
                        3, "", "newsletter: there is neither a newsletter.jar nor its sources in " + home + "\n"));
    }

    // ---- finding itself ----

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        builtLongAgo();
        Path absolute = link(temp.resolve("absolute"), launcher);
        Path relative = link(temp.resolve("user/bin/-relative"), Path.of("../../Grüße aus Köln/newsletter"));
        Path chain = link(temp.resolve("ein Ordner/kette"), Path.of("../user/bin/-relative"));
        Path folder = link(temp.resolve("folder"), temp.resolve("ein Ordner"));

        for (Path start : List.of(absolute, relative, chain, folder.resolve("kette"))) {
            assertThat(run(start).lines("home")).as("%s", start).containsExactly(home.toString());
        }
    }

    @Test
    void worksFromAnyFolderAndHoweverItIsCalled() throws Exception {
        builtLongAgo();
        Path odd = Files.createDirectories(home.resolve("-"));
        environment.put("CDPATH", temp + ":" + home);
        link(home.resolve("-n"), Path.of("newsletter"));
        link(odd.resolve("-n"), Path.of("../newsletter"));

        assertThat(runIn(home, "./newsletter")).containsExactly(home.toString());
        assertThat(runIn(odd, "../newsletter")).containsExactly(home.toString());
        assertThat(runIn(temp, "Grüße aus Köln/newsletter")).containsExactly(home.toString());
        assertThat(runIn(home, "sh", "newsletter")).containsExactly(home.toString());
        assertThat(runIn(home, "sh", "--", "-n")).containsExactly(home.toString());
        assertThat(runIn(home, "./-/-n")).containsExactly(home.toString());
        assertThat(runIn(home, "-/-n")).containsExactly(home.toString());
        environment.merge("PATH", ":" + home, String::concat);
        assertThat(runIn(temp, "newsletter")).containsExactly(home.toString());
    }

    // ---- finding Java ----

    @Test
    void newestJavaIsChosenWhereverItIs() throws Exception {
        builtLongAgo();
        environment.put("JAVA_HOME", jdk("java home", "17.0.15").toString());
        for (String place : List.of(
                "usr/lib/jvm/b",
                "Library/Java/JavaVirtualMachines/t.jdk/Contents/Home",
                "c/Program Files/Java/jdk",
                "user/.sdkman/candidates/java/20-tem")) {
            Path java = jdk(place, "" + (18 + place.length()));
            assertThat(run().lines("java")).as(place).containsExactly(java.toString());
            Files.delete(java.resolve("release"));
        }
        assertThat(run().lines("java")).containsExactly(environment.get("JAVA_HOME"));
    }

    @Test
    void ofEquallyNewJavasJavaHomeIsChosen() throws Exception {
        builtLongAgo();
        environment.put("JAVA_HOME", jdk("java home", "17.0.15").toString());

        assertThat(run().lines("java")).containsExactly(environment.get("JAVA_HOME"));
    }

    @Test
    void versionsAreComparedAsNumbers() throws Exception {
        builtLongAgo();
        jdk("usr/lib/jvm/b", "99");
        Path java = jdk("usr/lib/jvm/c", "100-ea");
        jdk("usr/lib/jvm/d", "1.8.0_402");

        assertThat(run().lines("java")).containsExactly(java.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.2", "16", "9-ea"})
    void oldJavaIsRefused(String version) throws Exception {
        write(jar, "built");
        environment.put("JAVA_HOME", jdk("usr/lib/jvm/a", version).toString());

        assertNoJava(run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "JAVA_VERSION=",
                "JAVA_VERSION=\"x17\"\n",
                "JAVA_VERSION=\"99999999999999999999\"\n",
                "\0\1\n\n"
            })
    void brokenReleaseFileIsIgnored(String release) throws Exception {
        write(jar, "built");
        write(jdk("usr/lib/jvm/a", "17").resolve("release"), release);

        assertNoJava(run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JAVA_VERSION=\"17.0.15\"", "A=1\r\nJAVA_VERSION=\"25-ea\"\r\nB=2\r\n", "JAVA_VERSION=17\n"})
    void releaseFileIsReadHoweverItsLinesEnd(String release) throws Exception {
        builtLongAgo();
        write(temp.resolve("usr/lib/jvm/a/release"), release);

        assertThat(run().exit()).isZero();
    }

    @Test
    void folderThatOnlyLooksLikeAJavaIsIgnored() throws Exception {
        write(jar, "built");
        Path java = jdk("usr/lib/jvm/a", "17").resolve("bin/java");
        Files.delete(java);
        Files.createDirectories(java);

        assertNoJava(run());
    }

    @Test
    void javaOnPathIsFoundThroughItsLinks() throws Exception {
        write(jar, "built");
        Path java = jdk("somewhere/jdk", "21");
        link(temp.resolve("alternatives/java"), java.resolve("bin/java"));
        link(temp.resolve("maven/java"), Path.of("../alternatives/java"));

        assertThat(run().lines("java")).containsExactly(java.toString());
    }

    @Test
    void newsletterJavaHomeWinsOverANewerJava() throws Exception {
        builtLongAgo();
        jdk("usr/lib/jvm/b", "25.0.3");
        environment.put("NEWSLETTER_JAVA_HOME", jdk("mein java", "17.0.15").toString());

        assertThat(run().lines("java")).containsExactly(environment.get("NEWSLETTER_JAVA_HOME"));
    }

    @Test
    void unsuitableNewsletterJavaHomeIsToldInOneLine() throws Exception {
        builtLongAgo();
        environment.put("NEWSLETTER_JAVA_HOME", jdk("mein java", "11.0.2").toString());

        assertThat(run())
                .isEqualTo(new Outcome(
                        127,
                        "",
                        "newsletter: NEWSLETTER_JAVA_HOME is not the folder of a Java 17 or later: "
                                + temp.resolve("mein java") + "\n"));
    }

    @Test
    void unsetHomeAndEmptyVariablesAreNoTrouble() throws Exception {
        builtLongAgo();
        environment.remove("HOME");
        environment.remove("LC_ALL");
        environment.put("JAVA_HOME", "");
        environment.put("NEWSLETTER_JAVA_HOME", "");

        Outcome outcome = run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    // ---- becoming Java ----

    @Test
    void argumentsArriveUnchanged() throws Exception {
        builtLongAgo();
        List<String> arguments = List.of(
                "new", "", "two words", "*", "'\"`$HOME\\", "--", "-n", "line\nline", "trailing\n", "Grüße", "  ");

        Outcome outcome = run(launcher, arguments.toArray(String[]::new));

        StringBuilder expected = new StringBuilder();
        arguments.forEach(
                argument -> expected.append("argument <").append(argument).append(">\n"));
        assertThat(outcome.out()).endsWith("argument <" + jar + ">\n" + expected);
    }

    @ParameterizedTest
    @CsvSource({"build, true", "check 2018-09, true", "build --all, true", "send --to members, true", "preview, false"})
    void longWorkGetsTheBiggerCompiler(String command, boolean isShort) throws Exception {
        builtLongAgo();

        List<String> options = run(command.split(" ", -1)).lines("argument");

        assertThat(options.contains("<-XX:TieredStopAtLevel=1>")).isEqualTo(isShort);
    }

    @ParameterizedTest
    @CsvSource({"999, true", "1000, false"})
    void manyIssuesGetTheBiggerCompiler(int issues, boolean isShort) throws Exception {
        builtLongAgo();
        Path folder = Files.createDirectories(temp.resolve("news of Köln/issues"));
        for (int issue = 0; issue < issues; issue++) {
            Files.createFile(folder.resolve(issue + ".yaml"));
        }

        List<String> options = run("-C", "news of Köln", "check", "--all").lines("argument");

        assertThat(options.contains("<-XX:TieredStopAtLevel=1>")).isEqualTo(isShort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-C news send --to members", "send -C news --to members"})
    void aSignatureNeedsTheBiggerCompiler(String command) throws Exception {
        builtLongAgo();
        Files.createDirectory(temp.resolve("news"));
        Files.writeString(temp.resolve("news/newsletter.yaml"), "name: News\ndkim: {selector: s}\n");

        assertThat(run(command.split(" ", -1)).lines("argument")).doesNotContain("<-XX:TieredStopAtLevel=1>");
        assertThat(run("send", "--to", "members").lines("argument")).contains("<-XX:TieredStopAtLevel=1>");
    }

    @Test
    void exitCodeIsTheOneOfJava() throws Exception {
        builtLongAgo();
        environment.put("FAKE_EXIT", "42");

        assertThat(run().exit()).isEqualTo(42);
    }

    @Test
    void redirectedErrorsAreNotATerminal() throws Exception {
        builtLongAgo();
        environment.put("NEWSLETTER_TERMINAL", "1");

        assertThat(run().lines("terminal")).containsExactly("0");
    }

    @Test
    void onATerminalItSaysSoAndAnnouncesTheBuild() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")) && OS.LINUX.isCurrentOs(), "needs script of util-linux");
        jdk("usr/lib/jvm/a", "17.0.15");

        Outcome outcome = start(temp, List.of("/usr/bin/script", "-qec", "'" + launcher + "'", "/dev/null"))
                .await();

        assertThat(outcome.out().replace("\r", ""))
                .contains("newsletter: building the tool once ...\n", "terminal 1\n");
    }

    @Test
    void environmentWithoutUtf8GetsIt() throws Exception {
        builtLongAgo();
        for (String locale : List.of("C", "POSIX", "xx_YY.UTF-8")) {
            environment.put("LC_ALL", locale);
            assertThat(run().lines("locale")).as(locale).first().asString().matches("(C|en_US).UTF-8");
        }
        environment.remove("LC_ALL");
        environment.put("LANG", "C");
        assertThat(run().lines("locale")).first().asString().matches("(C|en_US).UTF-8");
    }

    /** What the jar of the test below runs. */
    static final class Greeting {
        private Greeting() {}

        public static void main(String[] arguments) {
            System.out.println("ran from the jar");
        }
    }

    @Test
    void realJavaRunsItsJarBehindUmlautsUnderTheCLocale() throws Exception {
        assumeTrue(Files.exists(Path.of(System.getProperty("java.home"), "release")), "this Java has no release file");
        writeJar(Greeting.class);
        environment.put("LC_ALL", "C");
        environment.put("NEWSLETTER_JAVA_HOME", System.getProperty("java.home"));

        assertThat(run()).isEqualTo(new Outcome(0, "ran from the jar\n", ""));
    }

    private void writeJar(Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String file = main.getName().replace('.', '/') + ".class";
        Files.createDirectories(jar.getParent());
        try (InputStream in = main.getResourceAsStream("/" + file);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry(file));
            in.transferTo(out);
        }
    }

    // ---- helpers ----

    private static void assertNoJava(Outcome outcome) {
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        127,
                        "",
                        "newsletter: newsletter needs Java 17 or later: install a JDK (for example"
                                + " 'apt install openjdk-17-jdk', 'brew install openjdk' or from adoptium.net),"
                                + " or set NEWSLETTER_JAVA_HOME\n"));
    }

    /** A project whose jar is as old as its sources, and a Java to run it. */
    private void builtLongAgo() throws IOException {
        jdk("usr/lib/jvm/a", "17.0.15");
        write(jar, "old");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
    }

    private Path jdk(String place, String version) throws IOException {
        Path folder = temp.resolve(place);
        program(folder.resolve("bin/java"), JAVA);
        program(folder.resolve("bin/javac"), "#!/bin/sh\n");
        write(
                folder.resolve("release"),
                "IMPLEMENTOR=\"a\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
        return folder;
    }

    private void lockedBy(long process) throws IOException {
        write(lock.resolve("launcher"), process + "\n");
    }

    /** What happens when the launcher waits; {@code $real} is the true sleep. */
    private void replaceSleep(String commands) throws IOException {
        Path sleep = temp.resolve("tools/sleep");
        Path real = temp.resolve("tools/real-sleep");
        Files.move(sleep, real);
        program(sleep, "#!/bin/sh\nreal='" + real + "'\n" + commands + "\n");
    }

    private List<String> builds() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private Outcome run(String... arguments) throws Exception {
        return run(launcher, arguments);
    }

    private Outcome run(Path start, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(start.toString()));
        command.addAll(List.of(arguments));
        return start(temp, command).await();
    }

    /** What the tool takes for its home when a shell in the folder runs the command. */
    private List<String> runIn(Path folder, String... command) throws Exception {
        List<String> viaShell = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\"", "sh"));
        viaShell.addAll(List.of(command));
        Outcome outcome = start(folder, viaShell).await();
        assertThat(outcome.err()).isEmpty();
        return outcome.lines("home");
    }

    /** Runs it without the right to write into the project; permissions do not stop root, so root becomes nobody. */
    private Outcome runWithoutWriting() throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin/setpriv")),
                    "root can write anywhere, and there is no setpriv");
            command.addAll(List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
            Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path target = home.resolve("target");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            command.add(launcher.toString());
            return start(temp, command).await();
        } finally {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Running start(Path folder, List<String> command) throws IOException {
        Path out = Files.createTempFile(temp, "out", "");
        Path err = Files.createTempFile(temp, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    private static void program(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Path link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, target);
    }
}
