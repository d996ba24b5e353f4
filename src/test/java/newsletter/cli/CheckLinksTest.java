package newsletter.cli;

import static newsletter.web.Answers.page;
import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import newsletter.Program;
import newsletter.web.PretendInternet;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code newsletter check} says of links, against a pretended internet. */
class CheckLinksTest {
    private static final String SITE = "https://safe.example.org";

    private final PretendInternet internet = new PretendInternet();
    private final PretendServer server = internet.safeHost();

    @TempDir
    private Path temp;

    @BeforeEach
    void writeNewsletter() throws IOException {
        server.on("/story", page("<p>Story"))
                .on("/gone", status(404))
                .on("/old", redirect(301, SITE + "/new"))
                .on("/new", page("<p>New"))
                .on("/closed", status(403));
        internet.name("example.com", "93.184.16.250");
        write("newsletter.yaml", """
                name: Courier
                url: https://news.example.org/
                website: https://safe.example.org/story
                address: Example Street 1, 1000 Brussels
                sender: {name: Courier, email: news@example.org}
                lists: {members: {to: news@lists.example.org, unsubscribe: "https://safe.example.org/leave"}}
                links: {utm: {source: courier, medium: email}}
                sections:
                  - {heading: News, select: news}
                """);
        write("issues/2018-09.yaml", """
                title: September
                date: 2018-09-03
                preheader: Two clusters sign, and three calls are open
                """);
        entry("korea", "url: https://safe.example.org/story", "They have signed.");
    }

    @AfterEach
    void close() throws IOException {
        internet.close();
    }

    private void write(String name, String text) throws IOException {
        BuildRun.write(temp, name, text);
    }

    private void entry(String name, String field, String text) throws IOException {
        write("content/news/" + name + ".md", """
                ---
                title: News of %s
                date: 2018-09-01
                %s
                ---
                %s
                """.formatted(name, field, text));
    }

    private Run check(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Run.on(internet, temp, arguments);
    }

    /** The first line of each finding about links. */
    private static List<String> heads(Run run) {
        return run.err()
                .lines()
                .filter(line -> line.matches("\\S+: \\w+\\[(link-|no-network).*"))
                .toList();
    }

    @Test
    void anIssueWhoseLinksWorkIsAllRight() {
        Run run = check();

        assertThat(heads(run)).isEmpty();
        assertThat(run.out()).contains(" · 3 links: 1 ok, 0 broken, 0 moved, 0 unsure, 2 not asked");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void asksTheAddressThatTheEditorWroteAndNotTheOneForStatistics() {
        check();

        assertThat(server.requests()).containsExactly("GET /story");
    }

    @Test
    void aBrokenLinkFailsTheCheckAtTheLineOfTheEditor() throws IOException {
        entry("korea", "url: https://safe.example.org/gone", "See the [programme](https://safe.example.org/gone).");

        Run run = check();

        assertThat(run.err()).contains("""
                content/news/korea.md:4:6: error[link-broken]: broken link: https://safe.example.org/gone: the server says 404, \
                not found; also at content/news/korea.md:6:21
                  4 | url: https://safe.example.org/gone
                    |      ^
                  hint: look for where it is now, or take the link out
                """);
        assertThat(heads(run)).hasSize(1);
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void everyPlaceOfALinkIsNamedAndTheLinkAskedOnce() throws IOException {
        entry("kyiv", "url: https://safe.example.org/story", "They have met.");
        server.on("/story", status(404));

        assertThat(heads(check()))
                .containsExactly(
                        "content/news/korea.md:4:6: error[link-broken]: broken link: https://safe.example.org/story: the"
                                + " server says 404, not found; also at content/news/kyiv.md:4:6, newsletter.yaml:3:10");
        assertThat(server.requests()).containsExactly("GET /story");
    }

    @Test
    void aMovedAndADoubtfulLinkAreWarnings() throws IOException {
        entry("korea", "url: https://safe.example.org/old", "One [portal](https://safe.example.org/closed).");

        Run run = check();

        assertThat(heads(run))
                .containsExactly(
                        "content/news/korea.md:4:6: warning[link-moved]: moved for good: https://safe.example.org/old is now"
                                + " https://safe.example.org/new",
                        "content/news/korea.md:6:14: warning[link-unsure]: cannot tell whether this link works:"
                                + " https://safe.example.org/closed: the server says 403, as some do to every program");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void unsubscribingAndThePageThatIsNotPublishedYetAreNeverRequested() {
        check();

        assertThat(server.requests()).noneMatch(request -> request.contains("leave"));
        assertThat(internet.lookedUp()).doesNotContain("news.example.org");
    }

    @Test
    void withoutANetworkThatIsSaidOnceAndIsNoError() {
        Run run = Run.in(temp, "check");

        assertThat(heads(run))
                .containsExactly(
                        "newsletter.yaml:1:1: warning[no-network]: there is no network: 1 link was not checked");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void offlineNobodyIsAsked() {
        Run run = check("--offline");

        assertThat(internet.lookedUp()).isEmpty();
        assertThat(heads(run)).isEmpty();
        assertThat(run.out()).contains("3 links: 0 ok, 0 broken, 0 moved, 0 unsure, 3 not asked");
    }

    @Test
    void whatWasGoodIsAskedAgainOnlyWhenFresh() {
        check();
        int first = server.requests().size();

        assertThat(check().out()).contains("1 ok");
        assertThat(server.requests()).hasSize(first);

        check("--fresh");
        assertThat(server.requests()).hasSize(2 * first);
    }

    @Test
    void theMemoryKeepsItselfOutOfGit() throws IOException {
        check();

        assertThat(Files.readString(temp.resolve(".newsletter/.gitignore"))).isEqualTo("*\n");
        assertThat(Files.readString(temp.resolve(".newsletter/links"))).contains(SITE + "/story");
    }

    @Test
    void theSettingsSayWhatIsAskedAndHow() throws IOException {
        entry(
                "korea",
                "url: https://safe.example.org/closed",
                "A [wiki](https://safe.example.org/wiki/a), a [launch](https://safe.example.org/launch/b).");
        String settings = Files.readString(temp.resolve("newsletter.yaml"));
        write("newsletter.yaml", settings.replace("medium: email}}", """
                        medium: email}, check: {
                            ignore: ["https://safe.example.org/wiki/*"], look-inside: no, connections-per-host: 1,
                            not-before: [{address: "https://safe.example.org/launch/*", date: 2999-01-01}],
                            seen: [{address: "https://safe.example.org/closed", by: Anna, date: %s}]}}""".formatted(LocalDate.now(ZoneOffset.UTC))));

        Run run = check();

        assertThat(heads(run)).isEmpty();
        assertThat(server.requests()).containsExactlyInAnyOrder("HEAD /closed", "GET /closed", "HEAD /story");
        assertThat(run.out()).contains("6 links: 2 ok, 0 broken, 0 moved, 0 unsure, 4 not asked");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aMemoryThatIsDamagedIsSaidAndBegunAnew() throws IOException {
        write(".newsletter/links", "something else\n");

        assertThat(heads(check()))
                .containsExactly(".newsletter/links:1:1: note[link-memory]: .newsletter/links is not what it should be,"
                        + " so the check began without it");
        assertThat(heads(check())).isEmpty();
    }

    @Test
    void whatSettingsSayOfALinkIsNotWhereItIsWritten() throws IOException {
        entry("korea", "url: https://safe.example.org/gone", "They have signed.");
        String settings = Files.readString(temp.resolve("newsletter.yaml"));
        String seen = "{address: \"https://safe.example.org/gone\", by: Anna, date: 2018-09-01}";
        write("newsletter.yaml", settings.replace("medium: email}}", "medium: email}, check: {seen: [" + seen + "]}}"));

        assertThat(heads(check()))
                .containsExactly(
                        "content/news/korea.md:4:6: error[link-broken]: broken link: https://safe.example.org/gone: the server"
                                + " says 404, not found",
                        "newsletter.yaml:7:63: warning[link-look-lapsed]: it is long since Anna looked at"
                                + " https://safe.example.org/gone, on 2018-09-01");
    }

    @Test
    void movedLinksAreMendedInTheFilesOfTheEditors() throws IOException {
        entry(
                "korea",
                "url: https://safe.example.org/old",
                "See [it](https://safe.example.org/old), and <https://safe.example.org/old>.");
        String settings = Files.readString(temp.resolve("newsletter.yaml"));
        write(
                "newsletter.yaml",
                settings.replace("safe.example.org/story", "safe.example.org/old")
                        .replace("\n", "\r\n"));

        Run run = check("--fix-moved");

        String change = ": https://safe.example.org/old → https://safe.example.org/new\n";
        assertThat(heads(run)).isEmpty();
        assertThat(run.out())
                .startsWith("changed content/news/korea.md:4:6" + change + "changed content/news/korea.md:6:10" + change
                        + "changed content/news/korea.md:6:46" + change + "changed newsletter.yaml:3:10" + change
                        + "2018-09: ");
        assertThat(Files.readString(temp.resolve("content/news/korea.md")))
                .doesNotContain("/old")
                .contains("<https://safe.example.org/new>.");
        assertThat(Files.readString(temp.resolve("newsletter.yaml")))
                .isEqualTo(settings.replace("safe.example.org/story", "safe.example.org/new")
                        .replace("\n", "\r\n"));
        assertThat(check().out()).contains("1 ok, 0 broken, 0 moved");
    }

    @Test
    void aMovedLinkOfATemplateIsMendedThereAsHtmlIsWritten() throws IOException {
        server.on("/old?a=1&b=2", redirect(301, SITE + "/new?a=1&b=2")).on("/new?a=1&b=2", page("<p>New"));
        String macro = "<p><a href=\"https://safe.example.org/old?a=1&amp;b=2\">The whole story</a></p>\n";
        write("templates/story.ftlh", macro);

        assertThat(check().err()).contains("templates/story.ftlh:1:13: warning[link-moved]: ");
        check("--fix-moved");

        assertThat(Files.readString(temp.resolve("templates/story.ftlh"))).isEqualTo(macro.replace("/old", "/new"));
    }

    @Test
    void aPageTellsWhatBecameOfEveryLink() throws IOException {
        entry("korea", "url: https://safe.example.org/gone", "They have signed.");

        check("--report", "links.html");

        assertThat(Files.readString(temp.resolve("links.html")))
                .contains("Links: Courier, September", "the server says 404, not found", "content/news/korea.md:4:6")
                .contains("it goes live when the issue is published");
    }

    @Test
    void aPageThatCannotBeWrittenIsAFailureOfTheSurroundings() {
        Run run = check("--report", "nowhere/links.html");

        assertThat(run.err()).contains("newsletter: cannot write ", "links.html: look at its folder");
        assertThat(run.exit()).isEqualTo(ExitCode.SURROUNDINGS);
    }

    @Test
    void programsAreToldEveryVerdict() throws IOException {
        entry("korea", "url: https://safe.example.org/old", "They have signed.");

        JsonObject report =
                JsonParser.parseString(check("--format", "json").out()).getAsJsonObject();

        assertThat(report.getAsJsonArray("links").toString())
                .contains(
                        "{\"address\":\"https://safe.example.org/story\",\"verdict\":\"ok\",\"rule\":\"answers\",\"status\":200,"
                                + "\"places\":[\"newsletter.yaml:3:10\"]}")
                .contains("\"to\":\"https://safe.example.org/new\"");
    }

    @Test
    void ciServersAreToldInJunitsForm() throws IOException {
        entry("korea", "url: https://safe.example.org/gone", "They have signed.");

        Run run = check("--format", "junit");

        assertThat(run.out())
                .startsWith("<?xml version=\"1.0\"")
                .contains(
                        "<testcase classname=\"content/news/korea.md\" name=\"link-broken at 4:6\">",
                        "<failure type=\"link-broken\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aTerminalShowsHowFarItHasCome() throws IOException {
        entry("korea", "url: https://safe.example.org/gone", "They have signed.");

        String watched = Run.watched(internet, temp, "check").err();

        assertThat(watched).contains("\rlinks: 4 of 4, 1 broken".replace("\r", "\r\u001b[K"));
        assertThat(watched.lastIndexOf("\u001b[K")).isLessThan(watched.indexOf("link-broken"));
        assertThat(check().err()).doesNotContain("links: ");
        assertThat(Run.watched(internet, temp, "check", "-q").err()).doesNotContain("links: ");
    }

    @Test
    void sinceACommitOnlyLinksInChangedLinesAreAsked() throws IOException, InterruptedException {
        Program git = Program.find("git");
        entry("kyiv", "url: https://safe.example.org/gone", "They have met.");
        Path input = temp.resolve("newsletter.yaml");
        String folder = temp.toString();
        git.run(input, "-C", folder, "init", "-q");
        git.run(input, "-C", folder, "add", ".");
        String[] anna = {"-c", "user.name=Anna", "-c", "user.email=anna@example.org"};
        git.run(input, "-C", folder, anna[0], anna[1], anna[2], anna[3], "commit", "-q", "-m", "First");
        entry("korea", "url: https://safe.example.org/story", "See the [portal](https://safe.example.org/closed).");
        entry("new", "url: https://safe.example.org/old", "It is new.");

        Run run = check("--since", "HEAD");

        assertThat(heads(run))
                .hasSize(2)
                .anyMatch(head -> head.contains("/closed"))
                .anyMatch(head -> head.contains("/old"));
        assertThat(run.out()).contains(" · 2 links: 0 ok, 0 broken, 1 moved, 1 unsure");
        assertThat(check("--since", "no-such").err())
                .contains(
                        "newsletter.yaml:1:1: error[unknown-commit]: there is no commit 'no-such'\n  hint: look for it with 'git log'");
        assertThat(check("--since", "--branches").exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void aBuildSaysWhatIsKnownOfTheLinksAndAsksNobody() throws IOException {
        entry("kyiv", "url: https://safe.example.org/old", "See the [portal](https://safe.example.org/closed).");
        assertThat(Run.in(temp, "build").out()).doesNotContain("known to work");
        check();
        int asked = server.requests().size();

        Run run = Run.on(internet, temp, "build");

        assertThat(run.out()).contains(" · links: 2 of 5 known to work, 1 of them moved · ");
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void linksThatOnlyThePlainTextHasAreAskedToo() throws IOException {
        write("templates/newsletter.ftl", """
                ${issue.title}
                All issues (https://safe.example.org/gone). https://safe.example.org/story
                """);

        assertThat(heads(check()))
                .containsExactly("templates/newsletter.ftl:2:13: error[link-broken]: broken link:"
                        + " https://safe.example.org/gone: the server says 404, not found");
        assertThat(server.requests()).containsExactlyInAnyOrder("GET /story", "GET /gone");
    }

    @Test
    void bothPlacesOfAnAddressInTheSettingsAreNamed() throws IOException {
        String settings = Files.readString(temp.resolve("newsletter.yaml"));
        write("newsletter.yaml", settings.replace("/story", "/gone") + """
                social:
                  - {name: Portal, url: https://safe.example.org/gone}
                """);

        assertThat(heads(check()))
                .containsExactly(
                        "newsletter.yaml:3:10: error[link-broken]: broken link: https://safe.example.org/gone: the"
                                + " server says 404, not found; also at newsletter.yaml:11:25");
    }

    @Test
    void everyFormTellsOfMovedAndDoubtfulLinks() throws IOException {
        entry("korea", "url: https://safe.example.org/old", "One [portal](https://safe.example.org/closed).");

        assertThat(check("--format", "github").out())
                .contains(
                        "::warning file=content/news/korea.md,line=4,col=6,title=link-moved::moved for good: https://safe.example"
                                + ".org/old is now https://safe.example.org/new")
                .contains("::warning file=content/news/korea.md,line=6,col=14,title=link-unsure::");
        assertThat(check("--format", "junit").out())
                .contains("name=\"link-moved at 4:6\"", "name=\"link-unsure at 6:14\"")
                .doesNotContain("<failure type=\"link-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "github", "junit"})
    void aPasswordInAnAddressIsNeverShown(String format) throws IOException {
        entry(
                "korea",
                "url: https://anna:geheim@safe.example.org/story",
                "A [wiki](http://bob:geheim2@safe.example.org/).");

        Run run = check("--format", format, "--report", "links.html");

        assertThat(run.out() + run.err() + Files.readString(temp.resolve("links.html")))
                .contains("https://anna:…@safe.example.org/story")
                .doesNotContain("geheim");
    }
}
