package newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import newsletter.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HTTP/2, as a server of others speaks it: Node's, which pads its frames here as much as it may. */
class Http2Test {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), 100_000);

    private static Process node;
    private static int port;

    private final PretendInternet internet = new PretendInternet().elsewhere("safe.example.org", 443, port);
    private WebClient client = client(LIMITS);

    @BeforeAll
    static void start() throws Exception {
        Path script = Path.of(Http2Test.class.getResource("http2-server.mjs").toURI());
        Path certificate = Path.of(Http2Test.class.getResource("safe.p12").toURI());
        node = Program.find("node").start(script.toString(), certificate.toString(), TestCertificates.password());
        port = Integer.parseInt(
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.destroyForcibly();
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        internet.close();
    }

    private WebClient client(Limits limits) {
        return new WebClient(internet.trusting(Map.of()), "test", limits, Set.of(), 4);
    }

    private Response ask(Method method, String path) throws Exception {
        return client.ask(method, Address.parse("https://safe.example.org" + path));
    }

    private Response get(String path) throws Exception {
        return ask(Method.GET, path);
    }

    private static String header(Response response, String name) {
        return response.headers().first(name).orElse("");
    }

    @Test
    void aServerThatOffersItIsAskedByIt() throws Exception {
        Response response = get("/page?a=1");

        assertThat(response.status()).isEqualTo(200);
        assertThat(header(response, "x-version")).isEqualTo("2.0");
        assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("<title>GET /page?a=1</title><p>Hello");
        assertThat(response.cut()).isFalse();
        assertThat(response.charset()).contains("utf-8");
    }

    @Test
    void oneConnectionTakesRequestAfterRequest() throws Exception {
        String first = header(get("/page"), "x-session");

        for (int i = 0; i < 20; i++) {
            Response response = ask(i % 2 == 0 ? Method.HEAD : Method.GET, "/" + "long-path".repeat(i) + i);
            assertThat(header(response, "x-session")).isEqualTo(first);
            assertThat(response.body().length > 0).isEqualTo(i % 2 == 1);
        }
        assertThat(internet.dialled()).containsExactly("93.184.16.1:443");
    }

    @Test
    void aBodyThatIsTooLongCostsNoConnection() throws Exception {
        Response response = get("/long");

        assertThat(response.cut()).isTrue();
        assertThat(response.body()).hasSize(100_000);
        get("/film");
        assertThat(get("/page").body()).asString(StandardCharsets.UTF_8).contains("GET /page");
        assertThat(internet.dialled()).hasSize(1);
    }

    @Test
    void packedBodiesRedirectsHintsAndTrailersAreUnderstood() throws Exception {
        assertThat(get("/packed").body()).asString(StandardCharsets.UTF_8).isEqualTo("<p>Packed");
        assertThat(get("/moved").status()).isEqualTo(301);
        assertThat(header(get("/moved"), "location")).isEqualTo("/new place/ü~\\^|");
        assertThat(get("/hints").body()).asString(StandardCharsets.UTF_8).endsWith("<p>Hinted");
        assertThat(get("/trailers").body()).asString(StandardCharsets.UTF_8).endsWith("<p>Trailed");
    }

    @Test
    void aHeadInSeveralFramesIsRead() throws Exception {
        Response response = get("/many");

        assertThat(header(response, "x-filler-39")).isEqualTo("39".repeat(800));
        assertThat(get("/many").body()).asString(StandardCharsets.UTF_8).endsWith("<p>Many");
    }

    @Test
    void itSaysHonestlyWhoAsks() throws Exception {
        assertThat(get("/agent").body())
                .asString(StandardCharsets.UTF_8)
                .contains("\"user-agent\":\"test\"", "\":authority\":\"safe.example.org\"")
                .doesNotContain("cookie", "authorization\"", "referer");
    }

    @Test
    void whatDoesNotWorkByItIsAskedByTheOldWay() throws Exception {
        for (String path : new String[] {"/reset", "/old"}) {
            Response response = get(path);
            assertThat(header(response, "x-version")).isEqualTo("1.1");
            assertThat(response.body()).asString(StandardCharsets.UTF_8).endsWith("<p>By the old way");
        }
    }

    @Test
    void afterAServersGoodbyeAnotherConnectionIsMade() throws Exception {
        String first = header(get("/last"), "x-session");

        Response response = get("/page");

        assertThat(header(response, "x-version")).isEqualTo("2.0");
        assertThat(header(response, "x-session")).isNotEqualTo(first);
    }

    @Test
    void aServerThatIsSilentIsTooSlow() {
        client.close();
        client = client(new Limits(LIMITS.connect(), Duration.ofMillis(300), LIMITS.body(), 10_000));

        assertThatThrownBy(() -> get("/silent"))
                .isInstanceOf(NoAnswerException.class)
                .extracting(thrown -> ((NoAnswerException) thrown).trouble())
                .isEqualTo(Trouble.TOO_SLOW);
    }
}
