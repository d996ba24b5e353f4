package newsletter.link;

import static newsletter.web.Answers.byMethod;
import static newsletter.web.Answers.first;
import static newsletter.web.Answers.page;
import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.reset;
import static newsletter.web.Answers.silence;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import newsletter.web.Answers;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check says of servers that behave in all the ways that servers do. */
class LinkCheckTest {
    private static final String HOST = "http://a.example.org";

    private final LinkFixture fixture = new LinkFixture();
    private final PretendServer server = fixture.internet.host("a.example.org");

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private Checked one(String path) {
        return fixture.one(HOST + path);
    }

    private static void assertUnsure(Checked checked, Rule rule, String... words) {
        assertThat(checked.verdict()).isInstanceOf(Verdict.Unsure.class);
        assertThat(checked.rule()).isEqualTo(rule);
        assertThat(List.of(words)).allMatch(((Verdict.Unsure) checked.verdict()).why()::contains);
    }

    private static void assertBroken(Checked checked, Rule rule, String... words) {
        assertThat(checked.verdict()).isInstanceOf(Verdict.Broken.class);
        assertThat(checked.rule()).isEqualTo(rule);
        assertThat(List.of(words)).allMatch(((Verdict.Broken) checked.verdict()).why()::contains);
    }

    @Test
    void aPageThatAnswersIsOk() {
        server.on("/page", page("<title>Welcome</title>"));

        Checked checked = one("/page");

        assertThat(checked.verdict()).isEqualTo(new Verdict.Ok());
        assertThat(checked.status()).contains(200);
        assertThat(checked.host()).isEqualTo("a.example.org");
        assertThat(checked.took()).isPositive();
    }

    @Test
    void aFileIsAskedForItsHeadAlone() {
        server.on("/a.pdf", status(200, "Content-Type: application/pdf"));

        assertThat(one("/a.pdf").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(server.requests()).containsExactly("HEAD /a.pdf");
    }

    @Test
    void aPageThatIsReadAnywayIsAskedForOnce() {
        server.on("/page", page("<title>Welcome</title>")).on("/annual.report", page("<title>Welcome</title>"));

        fixture.check(HOST + "/page", HOST + "/annual.report");

        assertThat(server.requests()).containsExactlyInAnyOrder("GET /page", "GET /annual.report");
    }

    @Test
    void whatIsCalledLikeAFileButIsAPageIsReadToo() {
        server.on("/a.PDF", page("<title>Page not found</title>"));

        assertUnsure(one("/a.PDF"), Rule.SOFT_GONE);
        assertThat(server.requests()).containsExactly("HEAD /a.PDF", "GET /a.PDF");
    }

    @Test
    void ofAFileBehindAPageOnlyTheHeadIsAskedFor() {
        server.on("/download", redirect(302, "/a.zip")).on("/a.zip", status(200, "Content-Type: application/zip"));

        assertThat(one("/download").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(server.requests()).containsExactly("GET /download", "HEAD /a.zip");
    }

    @Test
    void withoutALookInsideAPageTooIsAskedForItsHeadAlone() {
        fixture.looksInside = false;
        server.on("/page", page("<title>Page not found</title>"));

        assertThat(one("/page").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(server.requests()).containsExactly("HEAD /page");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsGoneIsBroken(int status) {
        server.on("/old", status(status));

        Checked checked = one("/old");

        assertBroken(checked, Rule.GONE, Integer.toString(status));
        assertThat(checked.status()).contains(status);
        assertThat(server.requests()).containsExactly("GET /old");
    }

    @Test
    void aHostThatIsInNoDirectoryIsBroken() {
        server.on("/ok", status(200));

        List<Checked> checked =
                fixture.check(HOST + "/ok", "http://nowhere.example.org/").checked();

        assertBroken(checked.get(1), Rule.NO_SUCH_HOST, "there is no host nowhere.example.org");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    http://,                       names no host
                    https:///path,                 names no host
                    http://a..example.org/,        is not the name of a host
                    http://a.example.org:99999/,   there is no port 99999
                    http://a.example.org:25/,      browsers do not open port 25
                    http://a b.example.org/,       no blanks
                    www.example.org,               not complete
                    http://-a-.example.org/,       is not the name of a host
                    http://1.2.3.4.5/,             is not a number of a host
                    http://[::1::2]/,              is not a number of a host
                    javascript:alert(1),           begins with 'javascript:'
                    """)
    void whatCannotBeReadAsAnAddressIsBroken(String address, String why) {
        assertBroken(fixture.one(address), Rule.BAD_ADDRESS, why);
        assertThat(fixture.internet.dialled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void aPermanentRedirectIsMoved(int status) {
        server.on("/old", redirect(status, "/new/place")).on("/new/place", status(200));

        Checked checked = one("/old");

        assertThat(checked.verdict()).isEqualTo(new Verdict.Moved(HOST + "/new/place"));
        assertThat(checked.chain()).containsExactly(new Hop(status, HOST + "/new/place"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void aPassingRedirectIsOk(int status) {
        server.on("/today", redirect(status, "/2018/09/03")).on("/2018/09/03", status(200));

        assertThat(one("/today").verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void aChainIsMovedOnlyWhenAllOfItIsPermanent() {
        server.on("/a", redirect(301, "/b")).on("/b", redirect(302, "/c")).on("/c", status(200));
        server.on("/x", redirect(301, "/y")).on("/y", redirect(308, "/z")).on("/z", status(200));

        assertThat(one("/a").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/x").verdict()).isEqualTo(new Verdict.Moved(HOST + "/z"));
    }

    @Test
    void aRedirectToWhatIsGoneIsBroken() {
        server.on("/a", redirect(301, "/gone")).on("/gone", status(404));

        assertBroken(one("/a"), Rule.GONE, "404");
    }

    @Test
    void aRedirectKeepsThePlaceOnThePage() {
        server.on("/a", redirect(301, "/b")).on("/b", page("<h2 id=programme>"));

        assertThat(one("/a#programme").verdict()).isEqualTo(new Verdict.Moved(HOST + "/b#programme"));
    }

    @Test
    void redirectsMayBeWrittenInEveryWay() {
        server.on("/a/b", redirect(302, "../c"))
                .on("/c", redirect(302, "?q=1"))
                .on("/c?q=1", redirect(302, "//a.example.org/d e"))
                .on("/d%20e", redirect(302, "HTTP://A.example.org:80/f\u00c3\u00bc"))
                .on("/f%C3%BC", status(200));

        assertThat(one("/a/b").verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void redirectsInACircleAreUnsure() {
        server.on("/a", redirect(302, "/b")).on("/b", redirect(302, "/a"));

        assertUnsure(one("/a"), Rule.CIRCLE, "circle");
    }

    @Test
    void moreThanTenRedirectsAreUnsure() {
        IntStream.range(0, 12).forEach(i -> server.on("/" + i, redirect(302, "/" + (i + 1))));
        server.on("/12", status(200));

        assertUnsure(one("/0"), Rule.TOO_FAR, "10 redirects");
        assertThat(one("/2").verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void aRedirectToWhatCannotBeFollowedIsUnsure() {
        server.on("/a", redirect(302, "ftp://a.example.org/"))
                .on("/b", redirect(302, "http://user:secret@a.example.org/c"))
                .on("/d", redirect(302, "/unsubscribe/me"));

        assertUnsure(one("/a"), Rule.BAD_REDIRECT, "'ftp:'");
        assertUnsure(one("/b"), Rule.BAD_REDIRECT, "a name or a password");
        assertUnsure(one("/d"), Rule.BAD_REDIRECT, "never requested");
        assertThat(server.requests()).noneMatch(request -> request.endsWith("/c") || request.contains("unsubscribe"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 500, 501})
    void whereHeadIsRefusedGetDecides(int refusal) {
        server.on("/a.pdf", byMethod(status(refusal), status(200, "Content-Type: application/pdf")));

        assertThat(one("/a.pdf").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(server.requests()).containsExactly("HEAD /a.pdf", "GET /a.pdf");
    }

    @Test
    void whereHeadIsCutOrRunsInACircleGetDecides() {
        fixture.looksInside = false;
        server.on("/cut", byMethod(reset(), page("<title>Welcome</title>")));
        server.on("/circle", byMethod(redirect(302, "/circle"), page("<title>Welcome</title>")));

        assertThat(one("/cut").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/circle").verdict()).isEqualTo(new Verdict.Ok());
    }

    @ParameterizedTest
    @CsvSource({
        "401, LOGIN",
        "403, TURNED_AWAY",
        "451, TURNED_AWAY",
        "999, TURNED_AWAY",
        "418, ODD_STATUS",
        "500, SERVER_ERROR"
    })
    void whatTurnsProgramsAwayIsUnsure(int status, Rule rule) {
        server.on("/page", status(status));

        assertUnsure(one("/page"), rule, Integer.toString(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void whatFailsInPassingIsTriedOnceMoreAtTheEnd(int status) {
        server.on("/page", first(2, status(status), page("<title>Welcome</title>")));
        server.on("/other", status(200));
        fixture.pace = new Pace(1, 1, Duration.ofMinutes(1), fixture.pace.limits());

        List<Checked> checked = fixture.check(HOST + "/page", HOST + "/other").checked();

        assertThat(checked).allMatch(one -> one.verdict().equals(new Verdict.Ok()));
        assertThat(server.requests()).containsExactly("GET /page", "GET /other", "GET /page", "GET /page");
        assertThat(fixture.time.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void whatStillFailsIsUnsure() {
        server.on("/503", status(503)).on("/reset", reset());

        assertUnsure(one("/503"), Rule.SERVER_ERROR, "503");
        assertUnsure(one("/reset"), Rule.NO_CONNECTION, "cut the connection");
        assertThat(server.requests())
                .filteredOn(request -> request.endsWith("/503"))
                .hasSize(3);
    }

    @Test
    void aHostThatTakesNoConnectionIsUnsure() {
        server.on("/ok", status(200));
        fixture.internet.name("down.example.org", "93.184.17.1");

        List<Checked> checked =
                fixture.check(HOST + "/ok", "http://down.example.org/").checked();

        assertUnsure(checked.get(1), Rule.NO_CONNECTION, "down.example.org");
        assertThat(fixture.internet.dialled())
                .filteredOn("93.184.17.1:80"::equals)
                .hasSize(2);
    }

    @Test
    void tooManyRequestsAreWaitedForAsLongAsTheServerSays() {
        server.on("/page", first(2, status(429, "Retry-After: 7"), status(200)));

        assertThat(one("/page").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(fixture.time.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void aDateToWaitForIsUnderstood() {
        server.on("/page", first(1, status(429, "Retry-After: Mon, 3 Sep 2018 08:00:20 GMT"), status(200)));

        assertThat(one("/page").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(fixture.time.waits()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void withoutARetryAfterTheWaitsGrow() {
        server.on("/page", status(429));

        assertUnsure(one("/page"), Rule.TOO_MANY, "429");
        assertThat(fixture.time.waits())
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void aHostThatWantsAnHourIsLeftAlone() {
        server.on("*", status(429, "Retry-After: 3600"));
        fixture.pace = new Pace(1, 1, Duration.ofMinutes(1), fixture.pace.limits());

        List<Checked> checked =
                fixture.check(HOST + "/a", HOST + "/b", HOST + "/c").checked();

        assertThat(checked).hasSize(3).allMatch(one -> one.rule() == Rule.TOO_MANY);
        assertThat(server.requests()).containsExactly("GET /a");
        assertThat(fixture.time.waits()).isEmpty();
    }

    @Test
    void aHostIsAskedByFourAtATime() {
        server.on("*", (request, out) -> {
            request.server().dawdle(20);
            status(200, "Content-Type: text/plain").to(request, out);
        });

        String[] addresses =
                IntStream.range(0, 30).mapToObj(i -> HOST + "/" + i).toArray(String[]::new);

        assertThat(fixture.check(addresses).count(Verdict.Ok.class)).isEqualTo(30);
        assertThat(server.mostRunning()).isBetween(2, 4);
        assertThat(server.connections()).isLessThanOrEqualTo(4);
    }

    @Test
    void aServerThatNeverAnswersIsUnsure() {
        fixture.pace = LinkFixture.pace(Duration.ofMillis(300));
        server.on("/page", silence());

        assertUnsure(one("/page"), Rule.TOO_SLOW, "no answer");
    }

    @Test
    void aHeadThatDripsIsUnsure() {
        fixture.pace = LinkFixture.pace(Duration.ofMillis(300));
        server.on("/page", (request, out) -> {
            for (char c : "HTTP/1.1 200 OK\r\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".toCharArray()) {
                out.write(c);
                out.flush();
                request.server().dawdle(40);
            }
        });

        assertUnsure(one("/page"), Rule.TOO_SLOW);
    }

    @Test
    void aBodyThatDripsDoesNotHoldTheCheck() {
        fixture.pace = LinkFixture.pace(Duration.ofMillis(300));
        server.on(
                "/page", Answers.endless("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Hello</title>", 40));

        assertThat(one("/page").verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void aBodyWithoutEndIsReadInPart() {
        server.on("/page", Answers.endless("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p id=a>", 0));

        assertThat(one("/page").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#a").verdict()).isEqualTo(new Verdict.Ok());
        assertUnsure(one("/page#b"), Rule.ANCHOR_UNSEEN, "the part of the page that was read");
    }

    @Test
    void aPageThatUnpacksWithoutEndIsReadInPart() {
        byte[] packed = Answers.gzip(new byte[20_000_000]);
        server.on("/page", Answers.body(200, packed, "Content-Type: text/html", "Content-Encoding: gzip"));

        assertUnsure(one("/page#b"), Rule.ANCHOR_UNSEEN);
    }

    @Test
    void whatIsNotHttpIsUnsure() {
        server.on("/page", Answers.raw("220 mail.example.org ESMTP\r\n"));

        assertUnsure(one("/page"), Rule.NOT_HTTP, "does not begin like HTTP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 Not Found",
                "Page not found – Example",
                "Seite nicht gefunden",
                "Page introuvable | Exemple",
                "Página no encontrada",
                "This page does not exist"
            })
    void aPageWhoseTitleSaysThatItIsGoneIsUnsure(String title) {
        server.on("/page", page("<title>" + title + "</title><p>Sorry"));

        assertUnsure(one("/page"), Rule.SOFT_GONE, title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The resolution 2018/404", "Room B-404", "Law no. 1.404"})
    void aNumberInATitleIsNoSign(String title) {
        server.on("/page", page("<title>" + title + "</title>"));

        assertThat(one("/page").rule()).isEqualTo(Rule.ANSWERS);
    }

    @Test
    void everythingThatLeadsToTheHomePageIsUnsure() {
        server.on("/2016/programme", redirect(301, "/")).on("/", page("<title>Welcome</title>"));

        assertUnsure(one("/2016/programme"), Rule.TO_HOME, "the home page of a.example.org");
    }

    @Test
    void aShortLinkToAHomePageIsOk() {
        fixture.internet.host("short.example").on("/Xy12", redirect(302, HOST + "/"));
        server.on("/", page("<title>Welcome</title>"));

        assertThat(fixture.one("http://short.example/Xy12").verdict()).isEqualTo(new Verdict.Ok());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This DOMAIN is for sale!",
                "Buy this domain",
                "Diese Domain steht zum Verkauf",
                "Le nom de domaine a.example est à vendre",
                "Este dominio está en venta",
                "Questo dominio è in vendita",
                "Deze domeinnaam is te koop",
                "Ta domena jest na sprzedaż"
            })
    void aParkedDomainIsUnsure(String sign) {
        server.on("/", page("<title>a.example.org</title><h1>" + sign + "</h1>"));

        assertUnsure(one("/"), Rule.PARKED, "parked");
    }

    @Test
    void anArticleAboutParkedDomainsIsOk() {
        server.on("/", page("<title>Names</title><p>" + "Many words. ".repeat(400) + "Buy this domain"));

        assertThat(one("/").verdict()).isEqualTo(new Verdict.Ok());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 429})
    void aPageThatWantsToSeeAPersonIsUnsure(int status) {
        server.on("/page", page(status, "<title>Just a moment...</title>"));

        assertThat(one("/page").rule()).isEqualTo(status == 429 ? Rule.TOO_MANY : Rule.CHALLENGE);
    }

    @Test
    void aPlaceOnThePageIsLookedFor() {
        server.on(
                "/page",
                page("<h2 id=Programme>…</h2><a name='über uns'></a><h3 id=user-content-faq></h3><p id='a%b'></p>"));

        assertThat(one("/page#Programme").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#%C3%BCber%20uns").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#faq").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#top").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#:~:text=anything").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#Programme:~:text=anything").verdict()).isEqualTo(new Verdict.Ok());
        assertUnsure(one("/page#/route"), Rule.ANCHOR_UNSEEN, "script");
        assertBroken(one("/page#programme"), Rule.NO_ANCHOR, "no place '#programme' (there is '#Programme')");
        assertBroken(one("/page#prices"), Rule.NO_ANCHOR, "no place '#prices'");
    }

    @Test
    void placesOnOnePageAreOneRequest() {
        server.on("/page", page("<p id=a><p id=b>"));

        LinkReport report = fixture.check(HOST + "/page", HOST + "/page#a", HOST + "/page#b", HOST + "/page#c");

        assertThat(report.summary()).isEqualTo("4 links: 3 ok, 1 broken, 0 moved, 0 unsure");
        assertThat(server.requests()).containsExactly("GET /page");
    }

    @Test
    void oneAddressInManySpellingsIsOneRequest() {
        server.on("/a~b", status(200, "Content-Type: text/plain"));

        LinkReport report = fixture.check(
                HOST + "/a~b", HOST + ":80/a%7Eb", "HTTP://A.EXAMPLE.ORG/./a%7eb", "http://a.example.org./x/../a~b");

        assertThat(report.checked()).hasSize(1);
        assertThat(report.checked().get(0).links()).hasSize(4);
        assertThat(server.requests()).containsExactly("GET /a~b");
    }

    @Test
    void packedAndOddlyEncodedPagesAreRead() {
        byte[] packed = Answers.gzip("<p id=größe>".getBytes(StandardCharsets.UTF_8));
        server.on(
                "/gzip", Answers.body(200, packed, "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip"));
        byte[] latin = "<p id=größe>".getBytes(StandardCharsets.ISO_8859_1);
        server.on("/latin", Answers.body(200, latin, "Content-Type: text/html; charset=\"ISO-8859-1\""));
        byte[] japanese = "<meta charset=shift_jis><p id=東京>".getBytes(Charset.forName("Shift_JIS"));
        server.on("/meta", Answers.body(200, japanese, "Content-Type: text/html"));
        server.on(
                "/wrong",
                Answers.body(
                        200,
                        "<p id=a>".getBytes(StandardCharsets.UTF_8),
                        "Content-Type: text/html; charset=nonsense-8"));

        assertThat(one("/gzip#größe").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/latin#größe").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/meta#東京").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/wrong#a").verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void chunksAreRead() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
        server.on(
                "/page",
                (request, out) -> out.write((head
                                + (request.isHead()
                                        ? ""
                                        : "8;x=y\r\n<p id=a>\r\n8\r\n<p id=b>\r\n0\r\nTrailer: x\r\n\r\n"))
                        .getBytes(StandardCharsets.US_ASCII)));

        assertThat(one("/page#a").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(one("/page#b").verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsMadeAnew() {
        server.on("*", Answers.raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"));
        fixture.pace = new Pace(1, 1, Duration.ofMinutes(1), fixture.pace.limits());

        assertThat(fixture.check(HOST + "/1", HOST + "/2", HOST + "/3").count(Verdict.Ok.class))
                .isEqualTo(3);
    }

    @Test
    void aHostWithUmlautsIsAsked() {
        fixture.internet.host("xn--mnchen-3ya.example").on("/", status(200));

        assertThat(fixture.one("http://münchen.example/").verdict()).isEqualTo(new Verdict.Ok());
        assertThat(fixture.one("http://xn--mnchen-3ya.example/").address()).isEqualTo("http://xn--mnchen-3ya.example/");
    }

    @Test
    void itSaysHonestlyWhoAsks() {
        server.on("/page", status(200));

        one("/page");

        assertThat(server.heads())
                .allSatisfy(head -> assertThat(head)
                        .contains("Host: a.example.org\n")
                        .contains("User-Agent: newsletter-link-check (+https://news.example.org/)\n")
                        .doesNotContainIgnoringCase("cookie")
                        .doesNotContainIgnoringCase("authorization")
                        .doesNotContainIgnoringCase("referer"));
    }

    @Test
    void cookiesAreNotKept() {
        server.on("/a", status(302, "Location: /b", "Set-Cookie: id=1"))
                .on("/b", status(200, "Content-Type: text/plain"));

        one("/a");

        assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("id=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/newsletter/unsubscribe",
                "/unsubscribe.php?u=1",
                "/?action=unsubscribe&list=3",
                "/email-preferences",
                "/abmelden/42",
                "/desinscription",
                "/reset?token=abc",
                "/calendar?access_token=x",
                "/page;jsessionid=1A2B",
                "/c?upn=u001.Dx9k3FvT8QmZ7pL2sWb6Rc4Yh1Jn5Kg0TaVe",
                "/confirm?key=9f86d081884c7d659a2feaa0c55ad015",
                "/logout"
            })
    void whatWouldActIsNeverRequested(String path) {
        Checked checked = one(path);

        assertUnsure(checked, Rule.ACTS, "never requested");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calls?code=LIFE-2018",
                "/watch?v=dQw4w9WgXcQ",
                "/subscribe",
                "/key-figures?key=energy",
                "/token-economy"
            })
    void whatOnlyLooksLikeItIsRequested(String path) {
        server.on("*", status(200));

        assertThat(one(path).verdict()).isEqualTo(new Verdict.Ok());
    }

    @Test
    void anUnsubscribeLinkIsKnownAndNeverRequested() {
        Link link = new Link(HOST + "/u/1", Link.Kind.UNSUBSCRIBE, List.of(LinkFixture.place("newsletter.yaml", 9)));

        LinkReport report = fixture.check(List.of(link));

        assertThat(report.summary()).isEqualTo("1 link: 0 ok, 0 broken, 0 moved, 0 unsure, 1 not asked");
        assertThat(server.connections()).isZero();
    }

    @Test
    void aNameAndPasswordAreNeverSent() {
        assertUnsure(fixture.one("http://user:secret@a.example.org/"), Rule.CREDENTIALS, "never requested");
        assertThat(server.connections()).isZero();
    }

    @Test
    void mailAndTelephoneAreJudgedByTheirSpelling() {
        assertThat(fixture.one("mailto:editors@example.org?subject=Hello").verdict())
                .isEqualTo(new Verdict.Ok());
        assertThat(fixture.one("tel:+32-2-123").verdict()).isEqualTo(new Verdict.Ok());
        assertBroken(fixture.one("mailto:editors@example"), Rule.BAD_ADDRESS, "'editors@example'");
        assertBroken(fixture.one("tel:call me"), Rule.BAD_ADDRESS, "not a telephone number");
    }

    @Test
    void placesWithinTheNewsletterAreKnown() {
        assertThat(fixture.one("#programme").verdict()).isEqualTo(new Verdict.Ok());
        assertBroken(fixture.one("#program"), Rule.NO_ANCHOR, "there is '#programme'");
    }

    @Test
    void offlineNobodyIsAsked() {
        fixture.offline = true;

        LinkReport report = fixture.check(HOST + "/a", "mailto:a@example.org");

        assertThat(report.summary()).isEqualTo("2 links: 1 ok, 0 broken, 0 moved, 0 unsure, 1 not asked");
        assertThat(fixture.internet.lookedUp()).isEmpty();
    }

    @Test
    void ignoredAndLaterLinksAreNotAsked() {
        fixture.waivers = new Waivers(
                Set.of(),
                List.of(
                        new AddressPattern("http://a.example.org/intern/*"),
                        new AddressPattern("http://A.example.org")),
                List.of(),
                List.of(new Waivers.NotBefore(new AddressPattern(HOST + "/launch"), LocalDate.of(2018, 9, 4))));

        assertThat(one("/intern/a").rule()).isEqualTo(Rule.IGNORED);
        assertThat(one("/").rule()).isEqualTo(Rule.IGNORED);
        assertUnsure(one("/launch"), Rule.NOT_YET, "2018-09-04");
        assertThat(server.connections()).isZero();

        fixture.time.pass(Duration.ofDays(1));
        assertBroken(one("/launch"), Rule.GONE);
    }

    @Test
    void aPersonsLookOutweighsADoubtButNotAnError() {
        server.on("/403", status(403)).on("/404", status(404));
        fixture.waivers = new Waivers(Set.of(), List.of(), List.of(look("/403"), look("/404")), List.of());

        Checked doubt = one("/403");
        assertThat(doubt.verdict()).isEqualTo(new Verdict.Ok());
        assertThat(doubt.rule()).isEqualTo(Rule.SEEN);
        assertUnsure(one("/404"), Rule.GONE, "though Anna looked on 2018-09-01");

        fixture.time.pass(Duration.ofDays(90));
        assertUnsure(one("/403"), Rule.TURNED_AWAY);
    }

    private static Waivers.Seen look(String path) {
        return new Waivers.Seen(HOST + path, "Anna", LocalDate.of(2018, 9, 1), LinkFixture.place("newsletter.yaml", 9));
    }

    @Test
    void progressCountsUpToTheEnd() {
        server.on("*", status(200));
        StringBuilder seen = new StringBuilder();
        fixture.progress = (latest, done, total) ->
                seen.append(done).append('/').append(total).append(' ');

        fixture.check(HOST + "/1", HOST + "/2", "mailto:a@example.org");

        assertThat(seen).hasToString("1/3 2/3 3/3 ");
    }

    @Test
    void withoutANetworkEverythingIsUnsureAndNothingBroken() throws IOException {
        try (LinkFixture island = new LinkFixture()) {
            island.internet.name("example.com");
            String[] addresses = IntStream.range(0, 41)
                    .mapToObj(i -> "http://h" + i + ".example.org/")
                    .toArray(String[]::new);

            LinkReport report = island.check(addresses);

            assertThat(report.lacksNetwork()).isTrue();
            assertThat(report.summary()).isEqualTo("41 links: 0 ok, 0 broken, 0 moved, 0 unsure, 41 not asked");
        }
    }

    @Test
    void aNetworkWhereNothingCanBeReachedIsNone() {
        IntStream.range(0, 5).forEach(i -> fixture.internet.name("h" + i + ".example.org", "93.184.18." + (i + 1)));
        String[] addresses = IntStream.range(0, 5)
                .mapToObj(i -> "http://h" + i + ".example.org/")
                .toArray(String[]::new);

        assertThat(fixture.check(addresses).lacksNetwork()).isTrue();
    }

    @Test
    void oneHostThatIsNotThereIsNoMissingNetwork() {
        assertBroken(fixture.one("http://nowhere.example.org/"), Rule.NO_SUCH_HOST);
    }

    @Test
    void aHostThatTheSettingsAllowIsAskedThoughPrivate() {
        fixture.internet.name("wiki.intern.example", "10.0.0.7").name("other.intern.example", "10.0.0.8");
        assertUnsure(fixture.one("http://wiki.intern.example/"), Rule.NOT_PUBLIC, "private address, 10.0.0.7");
        assertThat(fixture.internet.dialled()).isEmpty();

        fixture.waivers = new Waivers(Set.of("Wiki.Intern.example"), List.of(), List.of(), List.of());
        fixture.check("http://wiki.intern.example/", "http://other.intern.example/");
        assertThat(fixture.internet.dialled()).containsOnly("10.0.0.7:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/admin",
                "http://evil.example.org/",
                "//0x7f.1/",
                "http://[::ffff:10.0.0.1]/",
                "https://2852039166/"
            })
    void aRedirectIntoAPrivateNetworkIsNotFollowed(String location) {
        fixture.internet.name("evil.example.org", "192.168.0.1");
        server.on("/a", redirect(302, location));

        assertUnsure(one("/a"), Rule.NOT_PUBLIC, "address");
        assertThat(fixture.internet.dialled()).containsOnly("93.184.16.1:80");
    }

    @Test
    void aCheckThatIsStoppedSaysWhatItDidNotAsk() {
        server.on("*", silence());
        Thread.currentThread().interrupt();

        LinkReport report = fixture.check(HOST + "/a", HOST + "/b", "mailto:a@example.org");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.checked())
                .extracting(Checked::rule)
                .containsExactly(Rule.STOPPED, Rule.STOPPED, Rule.WELL_FORMED);
    }
}
