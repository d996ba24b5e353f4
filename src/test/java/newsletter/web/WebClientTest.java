package newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the client asks, and whom it never asks. */
class WebClientTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), 10_000);

    private final PretendInternet internet = new PretendInternet();

    @AfterEach
    void close() throws IOException {
        internet.close();
    }

    private Response ask(Network network, String address, String... allowed) throws Exception {
        try (WebClient client = new WebClient(network, "test", LIMITS, Set.of(allowed), 4)) {
            return client.ask(Method.GET, Address.parse(address));
        }
    }

    private Response ask(String address, String... allowed) throws Exception {
        return ask(internet.network(Map.of()), address, allowed);
    }

    private static Trouble trouble(Throwable thrown) {
        return ((NoAnswerException) thrown).trouble();
    }

    private void assertRefused(String address) {
        assertThatThrownBy(() -> ask(address))
                .isInstanceOf(NoAnswerException.class)
                .extracting(WebClientTest::trouble)
                .isEqualTo(Trouble.NOT_PUBLIC);
        assertThat(internet.dialled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Loopback, in all its spellings.
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.255.255.254/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7F.0.0.1/",
                "http://0x7f.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0177.0x0.0.1/",
                "http://00000177.1/",
                "http://127.0.0.1./",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://①②⑦.⓪.⓪.①/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[0000::0001]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:ffff:127.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[::7f00:1]/",
                "http://localhost/",
                "http://LOCALHOST./",
                // This host, and none.
                "http://0.0.0.0/",
                "http://0/",
                "http://0x0/",
                "http://[::]/",
                // Private networks.
                "http://10.0.0.1/",
                "http://167772161/",
                "http://012.0.0.1/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://0xc0a80101/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fec0::1]/",
                // Link-local, and what clouds tell their machines there.
                "http://169.254.169.254/latest/meta-data/",
                "http://2852039166/",
                "http://0xa9fea9fe/",
                "http://0251.0376.0251.0376/",
                "http://[fe80::1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://168.63.129.16/",
                "http://100.100.100.200/",
                "http://192.0.0.192/",
                // An IPv4 address within an IPv6 one: NAT64, 6to4, Teredo, ISATAP.
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::10.0.0.1]/",
                "http://[64:ff9b:1::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a00:1::1]/",
                "http://[2001:0:7f00:1::1]/",
                "http://[2a00:1:2:3:0:5efe:10.0.0.1]/",
                "http://[2a00:1:2:3:200:5efe:127.0.0.1]/",
                // To many, to nobody, for books.
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://255.255.255.255/",
                "http://240.0.0.1/",
                "http://[ff02::1]/",
                "http://192.0.2.1/",
                "http://198.51.100.1/",
                "http://203.0.113.1/",
                "http://198.18.0.1/",
                "http://[2001:db8::1]/",
                "http://[3fff::1]/",
                "http://[100::1]/",
                "http://[4000::1]/",
                // Names without a domain.
                "http://intranet/",
                "http://router/"
            })
    void whatIsNotPublicIsNeverDialled(String address) {
        assertRefused(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:80@93.184.16.1/",
                "http://127.0.0.1%2f@93.184.16.1/",
                "http://127%2e0%2e0%2e1/",
                "http://[fe80::1%25eth0]/",
                "http://[::ffff:127.0.0.1/",
                "http://256.1.1.1/",
                "http://0x1ffffffff/",
                "http://127.0.0.08/",
                "http://127.0.0.1\t/",
                "http://ok.example.org\r\nHost:evil/",
                "http:127.0.0.1/",
                "http:\\\\127.0.0.1/"
            })
    void whatOneReaderTakesForThisAndAnotherForThatIsNoAddress(String address) {
        assertThatThrownBy(() -> Address.parse(address)).isInstanceOf(MalformedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "2002:a00:1::1", "64:ff9b::a00:1"})
    void aNameThatLeadsToWhatIsNotPublicIsNeverDialled(String number) {
        internet.name("evil.example.org", number);

        assertRefused("http://evil.example.org/");
        assertRefused("https://evil.example.org/");
    }

    @Test
    void aNameThatLeadsToBothIsNeverDialled() {
        internet.name("evil.example.org", "93.184.16.99", "127.0.0.1");

        assertRefused("http://evil.example.org/");
    }

    @Test
    void anAddressMadeOfSixteenBytesIsJudgedByItsLastFour() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 127;
        mapped[15] = 1;
        // InetAddress itself turns such bytes into an IPv4 address; another resolver's subclass need not.
        assertThat(SpecialAddresses.meaning(InetAddress.getByAddress(mapped))).contains("loopback address");
        assertThat(SpecialAddresses.meaning(java.net.Inet6Address.getByAddress("x", mapped, -1)))
                .contains("loopback address");
    }

    /** DNS rebinding: the first look-up gives a public address, every later one the machine's own. */
    @Test
    void aNameThatChangesBetweenLookAndConnectionIsDialledWhereItWasLooked() throws Exception {
        PretendServer server = internet.host("evil.example.org").on("/", Answers.status(200));
        Network honest = internet.network(Map.of());
        AtomicInteger lookups = new AtomicInteger();
        Resolver rebinding = name -> lookups.getAndIncrement() == 0
                ? honest.resolver().resolve(name)
                : List.of(InetAddress.getLoopbackAddress());
        Network network = new Network(rebinding, honest.sockets(), honest.tls(), Map.of());

        try (WebClient client = new WebClient(network, "test", LIMITS, Set.of(), 0)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.ask(Method.GET, Address.parse("http://evil.example.org/"))
                                .status())
                        .isEqualTo(200);
            }
        }

        assertThat(lookups).hasValue(1);
        assertThat(server.connections()).isEqualTo(3);
        assertThat(internet.dialled()).containsOnly("93.184.16.1:80");
    }

    @Test
    void aHostThatTheSettingsNameMayBePrivate() throws Exception {
        internet.at(InetAddress.getByName("10.0.0.7"), 8080, UnaryOperator.identity())
                .on("/", Answers.status(200));
        internet.name("wiki.intern.example", "10.0.0.7");

        assertThat(ask("http://wiki.intern.example:8080/", "wiki.intern.example")
                        .status())
                .isEqualTo(200);
        assertThat(ask("http://10.0.0.7:8080/", "10.0.0.7").status()).isEqualTo(200);
        assertThatThrownBy(() -> ask("http://10.0.0.7:8080/", "wiki.intern.example"))
                .isInstanceOf(NoAnswerException.class);
    }

    @Test
    void aHostsSecondAddressIsTried() throws Exception {
        internet.at(InetAddress.getByName("93.184.16.88"), 80, UnaryOperator.identity())
                .on("/", Answers.status(200));
        internet.name("two.example.org", "93.184.16.77", "93.184.16.88");

        assertThat(ask("http://two.example.org/").status()).isEqualTo(200);
        assertThat(internet.dialled()).containsExactly("93.184.16.77:80", "93.184.16.88:80");
    }

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        PretendServer server = internet.host("a.example.org").on("*", Answers.page("<p>Hello"));

        try (WebClient client = new WebClient(internet.network(Map.of()), "test", LIMITS, Set.of(), 4)) {
            for (int i = 0; i < 5; i++) {
                client.ask(i % 2 == 0 ? Method.HEAD : Method.GET, Address.parse("http://a.example.org/" + i));
            }
        }

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void aCertificateForTheHostIsTrusted() throws Exception {
        internet.host("safe.example.org", 443, TestCertificates.server("safe")).on("/", Answers.page("<p>Safe"));

        Response response = ask(internet.network(Map.of(), TestCertificates.trusted()), "https://safe.example.org/");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).asString().isEqualTo("<p>Safe");
    }

    @Test
    void aCertificateOfAnotherHostIsNot() {
        internet.host("other.example.org", 443, TestCertificates.server("safe")).on("/", Answers.status(200));

        assertThatThrownBy(
                        () -> ask(internet.network(Map.of(), TestCertificates.trusted()), "https://other.example.org/"))
                .hasMessage("the certificate is for another host")
                .extracting(WebClientTest::trouble)
                .isEqualTo(Trouble.NO_TRUST);
    }

    @Test
    void aCertificateThatHasExpiredIsNot() {
        internet.host("safe.example.org", 443, TestCertificates.server("expired"))
                .on("/", Answers.status(200));

        assertThatThrownBy(
                        () -> ask(internet.network(Map.of(), TestCertificates.trusted()), "https://safe.example.org/"))
                .hasMessage("the certificate has expired");
    }

    @Test
    void aCertificateFromNobodyKnownIsNot() {
        internet.host("safe.example.org", 443, TestCertificates.server("safe")).on("/", Answers.status(200));

        assertThatThrownBy(() -> ask("https://safe.example.org/"))
                .hasMessageContaining("comes from nobody that is trusted");
    }

    @Test
    void aHandshakeWithoutEndIsCutOff() {
        internet.host("slow.example.org", 443, UnaryOperator.identity()).on("*", Answers.silence());
        Limits hasty = new Limits(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(10), 10_000);

        try (WebClient client = new WebClient(internet.network(Map.of()), "test", hasty, Set.of(), 4)) {
            assertThatThrownBy(() -> client.ask(Method.GET, Address.parse("https://slow.example.org/")))
                    .extracting(WebClientTest::trouble)
                    .isEqualTo(Trouble.TOO_SLOW);
        }
    }

    @Test
    void aProxyFromTheEnvironmentIsAsked() throws Exception {
        PretendServer proxy = internet.at(InetAddress.getByName("10.9.9.9"), 3128, UnaryOperator.identity())
                .on("http://a.example.org/page", Answers.status(200));
        internet.name("proxy", "10.9.9.9");
        internet.name("a.example.org", "93.184.16.55");
        Network network = internet.network(
                Map.of("http_proxy", "http://me:p%40ss@proxy:3128/", "no_proxy", "b.example.org, .intern"));

        assertThat(ask(network, "http://a.example.org/page").status()).isEqualTo(200);
        assertThat(proxy.heads().get(0))
                .contains("Host: a.example.org\n")
                .contains("Proxy-Authorization: Basic bWU6cEBzcw==\n");
        assertThat(internet.dialled()).containsExactly("10.9.9.9:3128");

        internet.host("b.example.org").on("/", Answers.status(204));
        assertThat(ask(network, "http://b.example.org/").status()).isEqualTo(204);
    }

    @Test
    void throughAProxyTooWhatIsNotPublicIsRefused() throws Exception {
        internet.at(InetAddress.getByName("10.9.9.9"), 3128, UnaryOperator.identity())
                .on("*", Answers.status(200));
        internet.name("proxy", "10.9.9.9").name("evil.example.org", "127.0.0.1");
        Network network = internet.network(Map.of("all_proxy", "proxy:3128"));

        for (String address : List.of("http://127.0.0.1/", "http://evil.example.org/", "https://169.254.169.254/")) {
            assertThatThrownBy(() -> ask(network, address))
                    .extracting(WebClientTest::trouble)
                    .isEqualTo(Trouble.NOT_PUBLIC);
        }
        assertThat(internet.dialled()).isEmpty();
        assertThat(ask(network, "http://unknown-here.example.org/").status()).isEqualTo(200);
    }

    @Test
    void aSecureAddressGoesThroughAProxysTunnel() throws Exception {
        internet.at(InetAddress.getByName("10.9.9.9"), 3128, wire -> tunnelled(wire))
                .on("/", Answers.status(200));
        internet.name("proxy", "10.9.9.9");
        Network network =
                internet.network(Map.of("HTTPS_PROXY", "http://me:secret@proxy:3128"), TestCertificates.trusted());

        assertThat(ask(network, "https://safe.example.org/").status()).isEqualTo(200);
        assertThat(connect).startsWith("CONNECT safe.example.org:443 HTTP/1.1").contains("Proxy-Authorization: Basic");
    }

    private volatile String connect = "";

    private java.net.Socket tunnelled(java.net.Socket wire) {
        try {
            StringBuilder head = new StringBuilder();
            for (String line = HeadReader.line(wire.getInputStream(), 1000);
                    !line.isEmpty();
                    line = HeadReader.line(wire.getInputStream(), 1000)) {
                head.append(line).append('\n');
            }
            connect = head.toString();
            wire.getOutputStream()
                    .write("HTTP/1.1 200 Go ahead\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return TestCertificates.server("safe").apply(wire);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aProxyThatRefusesOrIsBadlyWrittenIsSaid() {
        internet.name("a.example.org", "93.184.16.55");
        internet.at(PretendInternet.number("10.9.9.9"), 3128, UnaryOperator.identity())
                .on("*", Answers.status(407));

        Network refusing = internet.network(Map.of("https_proxy", "http://me:secret@10.9.9.9:3128"));
        assertThatThrownBy(() -> ask(refusing, "https://a.example.org/"))
                .hasMessage("the proxy 10.9.9.9:3128 answers 407");

        Network absent = internet.network(Map.of("http_proxy", "http://me:secret@10.9.9.8:3128"));
        assertThatThrownBy(() -> ask(absent, "http://a.example.org/"))
                .hasMessage("the proxy 10.9.9.8:3128 cannot be reached");

        Network socks = internet.network(Map.of("http_proxy", "socks5://me:secret@10.9.9.8"));
        assertThatThrownBy(() -> ask(socks, "http://a.example.org/"))
                .hasMessageContaining("is not written like")
                .hasMessageNotContaining("secret");
    }
}
