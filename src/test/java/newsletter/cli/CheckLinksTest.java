package newsletter.cli;

import static newsletter.web.Answers.page;
import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import newsletter.web.PretendInternet;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                social: [{name: Films, url: "https://safe.example.org/story"}]
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

        assertThat(server.requests()).containsExactly("HEAD /story", "GET /story");
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
                        "content/news/korea.md:4:6: warning[no-network]: there is no network: 1 link was not checked");
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
    void aMemoryThatIsDamagedIsSaidAndBegunAnew() throws IOException {
        write(".newsletter/links", "something else\n");

        assertThat(heads(check()))
                .containsExactly(
                        "content/news/korea.md:4:6: note[link-memory]: .newsletter/links is not what it should be,"
                                + " so the check began without it");
        assertThat(heads(check())).isEmpty();
    }
}
