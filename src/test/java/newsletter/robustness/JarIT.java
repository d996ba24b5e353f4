package newsletter.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import newsletter.robustness.Newsletter.Run;
import newsletter.robustness.Program.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar as a process, with nothing around it. */
class JarIT {
    private static final String JAR = System.getProperty("newsletter.jar");

    /** How often a build is killed; {@code mvn verify -Dnewsletter.kills=300} tries harder. */
    private static final int KILLS = Integer.getInteger("newsletter.kills", 30) / 10;

    private static final long LONGEST_LIFE_MILLIS = 2_500;

    /** Its bytes tell when it was made. */
    private static final String MESSAGE = "newsletter.eml";

    @TempDir
    private Path temp;

    @BeforeEach
    void resolveLinks() throws IOException {
        temp = temp.toRealPath();
    }

    private static List<String> command(String... arguments) {
        List<String> command = Program.java("-jar", JAR);
        command.addAll(List.of(arguments));
        return command;
    }

    private Outcome run(String... arguments) {
        return Program.in(temp, command(arguments)).run();
    }

    /** What was built, but for the message. */
    private static Map<String, String> output(Newsletter newsletter) {
        Map<String, String> output = new TreeMap<>(newsletter.output());
        output.keySet().removeIf(name -> name.endsWith(MESSAGE));
        return output;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void buildsTheExampleInAFolderWithABlankAndAnUmlautAsTheTestsDo() {
        String name = "Grüße aus Köln";
        Newsletter example = Newsletter.example(temp.resolve(name));
        Outcome outcome = Program.in(temp, command("build", "-C", name))
                .with(Map.of("LC_ALL", "C.UTF-8"))
                .run();
        Map<String, String> built = output(example);

        Run expected = example.run("build");
        assertThat(outcome.err()).isEqualTo(expected.err());
        assertThat(outcome.out()).isEqualTo(expected.out().replace("· out/", "· " + name + "/out/"));
        assertThat(outcome.exit()).isZero();
        assertThat(built).isEqualTo(output(example)).containsKeys("2018-09/index.html", "2018-09/newsletter.txt");
    }

    @ParameterizedTest
    @CsvSource({"C, UTF-8", "C, ISO-8859-1", "C.UTF-8, US-ASCII"})
    void buildsTheSameBytesUnderAnyLocaleAndEncoding(String locale, String encoding) {
        Newsletter newsletter = small();
        Run expected = newsletter.run("build");
        Map<String, String> built = output(newsletter);

        List<String> command = command("build");
        command.add(1, "-Dfile.encoding=" + encoding);
        Outcome outcome =
                Program.in(temp, command).with(Map.of("LC_ALL", locale)).run();

        assertThat(outcome).isEqualTo(new Outcome(0, expected.out(), expected.err()));
        assertThat(output(newsletter)).isEqualTo(built);
        assertThat(built.get("2018-09/index.html")).contains("K\u00C3\u00B6ln"); // ö in UTF-8
    }

    private Newsletter small() {
        return Newsletter.small(temp).write("content/news/n.md", Newsletter.story("Köln “quotes” <font>😀</font>\n"));
    }

    @Test
    void helpAndVersionGoToStdout() {
        Outcome help = run("build", "--help");
        assertThat(help.out()).startsWith("Write an issue's page").contains("Examples:");
        assertThat(help.err()).isEmpty();
        assertThat(help.exit()).isZero();

        Outcome version = run("--version");
        assertThat(version.out()).matches("newsletter [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\R");
        assertThat(version.err()).isEmpty();
        assertThat(version.exit()).isZero();
    }

    @Test
    void mistakesEndWithExitCode1() {
        Newsletter.small(temp).write("issues/2018-09.yaml", "title: September\ndate: 03.09.2018\n");

        Outcome outcome = run("build");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("issues/2018-09.yaml:2:7: error[bad-date]: ")
                .doesNotContain("Exception");
    }

    @Test
    void aWrongCommandLineEndsWithExitCode2() {
        Outcome outcome = run("build");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("newsletter: there is no newsletter.yaml in '" + temp + "'");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameThatTheLocaleCannotReadEndsWithExitCode2() {
        Newsletter.small(temp.resolve("Köln"));

        Outcome outcome = Program.in(temp, command("build", "-C", "Köln"))
                .with(Map.of("LC_ALL", "C"))
                .run();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("newsletter: invalid value for option '-C': ")
                .contains("LC_ALL=C.UTF-8")
                .doesNotContain("java.nio");
    }

    @Test
    void aFileInPlaceOfTheOutputFolderEndsWithExitCode3() {
        Newsletter.small(temp).write("out", "not a folder");

        Outcome outcome = run("build");

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        3,
                        "",
                        "newsletter: cannot write " + temp.resolve("out/2018-09")
                                + ": a file of that name is in the way; the last good page is still there\n"));
        assertThat(temp.resolve("out")).hasContent("not a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeWrittenEndsWithExitCode3() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(
                !root || Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "root may write anywhere, and there is no setpriv");
        Newsletter newsletter = Newsletter.small(temp);
        newsletter.run("build");
        Map<String, String> good = newsletter.output();
        newsletter.write("content/news/n.md", Newsletter.story("New\n"));
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(temp.resolve("out"), PosixFilePermissions.fromString("r-xr-xr-x"));

        List<String> command = new ArrayList<>(
                root ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of());
        command.addAll(command("build"));
        Outcome outcome = Program.in(temp, command).run();

        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(temp.resolve("out"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(outcome.err())
                .isEqualTo("newsletter: cannot write " + temp.resolve("out/2018-09")
                        + ": permission denied; the last good page is still there\n");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(newsletter.output()).isEqualTo(good);
    }

    /** A limit on the size of files fails in the middle of writing, as a full disk does. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDiskThatIsFullEndsWithExitCode3() {
        Newsletter newsletter = Newsletter.small(temp);
        newsletter.run("build");
        Map<String, String> good = newsletter.output();
        newsletter.write("content/news/n.md", Newsletter.story("word ".repeat(15_000)));

        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 100 && exec \"$@\"", "sh"));
        List<String> java = command("build");
        java.add(1, "-XX:-UsePerfData");
        command.addAll(java);
        Outcome outcome = Program.in(temp, command).run();

        assertThat(outcome.err())
                .isEqualTo("newsletter: cannot write " + temp.resolve("out/2018-09")
                        + ": file too large; the last good page is still there\n");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(newsletter.output()).isEqualTo(good);
        assertThat(temp.resolve("out/.new")).doesNotExist();
    }

    @Test
    void twoBuildsAtOnceBothSucceed() throws IOException, InterruptedException {
        Newsletter newsletter = Newsletter.example(temp);
        Process first = Program.in(temp, command("build")).start();
        Process second = Program.in(temp, command("build")).start();

        assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(0, 0);

        Map<String, String> built = output(newsletter);
        newsletter.run("build");
        assertThat(output(newsletter)).isEqualTo(built);
    }

    @Test
    void aBuildThatIsKilledLeavesTheOldOutputOrTheNew() throws IOException, InterruptedException {
        Newsletter newsletter = Newsletter.example(temp);
        newsletter.run("build");
        List<Map<String, String>> whole = new ArrayList<>(List.of(output(newsletter)));
        String settings = Files.readString(temp.resolve("newsletter.yaml"));
        newsletter.write("newsletter.yaml", settings.replace("Cluster Courier", "Cluster Herald"));
        Random random = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = Program.in(temp, command("build")).start();
            process.waitFor(random.nextLong(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            whole.add(output(newsletter));
        }
        newsletter.run("build");

        Map<String, String> last = output(newsletter);
        assertThat(last).isNotEqualTo(whole.get(0));
        assertThat(whole).allSatisfy(output -> assertThat(output).isIn(whole.get(0), last));
        assertThat(temp.resolve("out/.new")).doesNotExist();
    }
}
