package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the preview, as bytes on the wire: no client may tidy them up. */
class PreviewSafetyTest {
    private static final String SECRET = "xyzzy-secret";

    @TempDir
    private static Path temp;

    private static Path folder;
    private static RunningPreview preview;

    @BeforeAll
    static void start() throws IOException {
        folder = Example.copyTo(Files.createDirectory(temp.resolve("news")));
        Files.writeString(temp.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        assertThat(Run.in(folder, "build", "2018-09").exit()).isEqualTo(ExitCode.DONE);
        preview = RunningPreview.of(folder, "--no-open");
    }

    @AfterAll
    static void stop() {
        preview.close();
    }

    private static int port() {
        return URI.create(preview.url()).getPort();
    }

    /** What comes back, header and body, as one text of bytes. */
    private static String ask(String method, String target, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(30_000);
            String request = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String get(String target) throws IOException {
        return ask("GET", target, "127.0.0.1:" + port());
    }

    private static String status(String answer) {
        return answer.substring(0, answer.indexOf("\r\n")).split(" ", 3)[1];
    }

    private static byte[] body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void servesTheVeryBytesThatABuildWrites() throws IOException {
        Path out = folder.resolve("out/2018-09");
        try (Stream<Path> files = Files.walk(out)) {
            // The message says when it was written.
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".eml"))
                    .toList()) {
                String answer = get("/2018-09/" + out.relativize(file));

                assertThat(status(answer)).as(file.toString()).isEqualTo("200");
                assertThat(body(answer)).as(file.toString()).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/2018-09/../../secret.txt",
                "/2018-09/../../../secret.txt",
                "/2018-09/images/../../../secret.txt",
                "/2018-09/%2e%2e/%2e%2e/secret.txt",
                "/2018-09/..%2f..%2fsecret.txt",
                "/2018-09/..%252f..%252fsecret.txt",
                "/2018-09/..%5c..%5csecret.txt",
                "/2018-09/..\\..\\secret.txt",
                "/2018-09/%c0%ae%c0%ae/secret.txt",
                "/2018-09//secret.txt",
                "//secret.txt",
                "/_/../../secret.txt",
                "/_/outlook/2018-09/../../secret.txt",
                "/_/%2e%2e/secret.txt",
                "/secret.txt",
                "/newsletter.yaml",
                "/2018-09/secret.txt%00.png",
                "/../2018-09/index.html",
                "/..;/secret.txt",
                "file:///etc/passwd",
                "http://127.0.0.1/../secret.txt",
                "/_/frame.css/../../secret.txt"
            })
    void leadsNowhereElse(String target) throws IOException {
        String answer = get(target);

        assertThat(status(answer)).isIn("400", "404");
        assertThat(answer).doesNotContain(SECRET).doesNotContain("root:");
    }

    @Test
    void followsNoLinkOutOfTheOutput() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("out/2018-09/images/leak.png"), temp.resolve("secret.txt"));
        Path out = Files.createSymbolicLink(folder.resolve("out/leak"), temp);
        String toFile = status(get("/2018-09/images/leak.png"));
        String toFolder = status(get("/leak/secret.txt"));
        Files.delete(file);
        Files.delete(out);

        assertThat(toFile).isEqualTo("404");
        assertThat(toFolder).isEqualTo("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:4018",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example@127.0.0.1",
                "192.168.1.7",
                "[::2]",
                "127.0.0.1:80:80",
                ""
            })
    void answersNoNameThatSomebodyElseMayHaveRedirected(String host) throws IOException {
        for (String target : new String[] {"/", "/2018-09/index.html", "/_/events", "/_/frame.js"}) {
            String answer = ask("GET", target, host);

            assertThat(status(answer)).as(target).isIn("400", "403");
            assertThat(answer).doesNotContain("Cluster Courier");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:9"})
    void answersTheNamesOfThisMachine(String host) throws IOException {
        assertThat(status(ask("GET", "/", host))).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"})
    void doesNothingButAnswer(String method) throws IOException {
        String answer = ask(method, "/", "localhost");

        assertThat(status(answer)).isEqualTo("405");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("allow: get, head");
    }

    @Test
    void tellsTheSizeAlone() throws IOException {
        String answer = ask("HEAD", "/2018-09/index.html", "localhost");

        assertThat(status(answer)).isEqualTo("200");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-length: " + Files.size(folder.resolve("out/2018-09/index.html")));
        assertThat(body(answer)).isEmpty();
    }

    @Test
    void allowsThePageNoScriptAndNobodyElseToFrameIt() throws IOException {
        String page = get("/2018-09/index.html");
        String frame = get("/");

        assertThat(page).containsIgnoringCase("Content-Security-Policy: default-src 'none'; img-src");
        assertThat(page)
                .contains("frame-ancestors 'self'", "sandbox allow-same-origin")
                .doesNotContain("script-src");
        assertThat(frame)
                .contains("script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page + frame)
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Cross-Origin-Resource-Policy: same-origin")
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @Test
    void listensOnThisMachineAlone() throws IOException {
        assertThat(URI.create(preview.url()).getHost()).isEqualTo("127.0.0.1");
        assertThat(preview.err()).doesNotContain("warning");
        try (Stream<String> open = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(PreviewSafetyTest::lines)) {
            String local = ":%04X ".formatted(port());
            assertThat(open.filter(line -> line.contains(local) && line.contains(" 0A ")))
                    .allMatch(line -> line.contains("0100007F" + local) || line.contains("01000000" + local));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    @Test
    void warnsWhenOthersCanLook() throws IOException {
        try (RunningPreview open = RunningPreview.of(folder, "--no-open", "--host", "0.0.0.0")) {
            assertThat(open.err())
                    .contains("warning: everybody in the network can read the newsletter while this runs");
        }
    }
}
