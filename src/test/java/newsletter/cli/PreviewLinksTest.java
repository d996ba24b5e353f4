package newsletter.cli;

import static newsletter.web.Answers.page;
import static newsletter.web.Answers.silence;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import newsletter.browser.Chromium;
import newsletter.browser.Tab;
import newsletter.web.PretendInternet;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that are checked from the preview, in a real browser against a pretended internet. */
class PreviewLinksTest {
    private static final String FINDINGS = "document.getElementById('list').innerText";
    private static final String KNOWN = "document.getElementById('known').innerText";

    private final PretendInternet internet = new PretendInternet();
    private final PretendServer server = internet.safeHost();

    @TempDir
    private Path temp;

    private RunningPreview preview;

    @BeforeEach
    void start() throws IOException {
        server.on("/gone", status(404)).on("/there", page("<p>There"));
        BuildRun.write(temp, "newsletter.yaml", """
                name: Courier
                address: Example Street 1, 1000 Brussels
                sections:
                  - {heading: News, select: news}
                """);
        BuildRun.write(temp, "issues/2018-09.yaml", """
                title: September
                date: 2018-09-03
                preheader: Two clusters sign, and three calls are open
                """);
        entry("See the [programme](https://safe.example.org/gone).");
        preview = RunningPreview.on(internet, temp, "--no-open");
    }

    @AfterEach
    void stop() throws IOException {
        preview.close();
        internet.close();
    }

    private void entry(String text) throws IOException {
        BuildRun.write(
                temp, "content/news/korea.md", "---\ntitle: News of Korea\ndate: 2018-09-01\n---\n" + text + "\n");
    }

    private Tab open() {
        Tab tab = Chromium.orSkip().tab();
        tab.go(preview.url());
        tab.await(KNOWN + " === '1 link: 0 ok, 0 broken, 0 moved, 0 unsure, 1 not asked'");
        return tab;
    }

    @Test
    void asksOnTheButtonAndFollowsWhatIsMended() throws IOException {
        try (Tab tab = open()) {
            assertThat(tab.value(FINDINGS)).doesNotContain("safe.example.org");
            assertThat(server.requests()).isEmpty();

            tab.value("document.getElementById('ask').click()");

            tab.await(FINDINGS + ".includes('broken link: https://safe.example.org/gone')");
            tab.await("document.getElementById('ask').innerText === 'Check links'");
            assertThat(tab.value(FINDINGS)).contains("content/news/korea.md:5");
            assertThat(tab.value(KNOWN)).isEqualTo("1 link: 0 ok, 1 broken, 0 moved, 0 unsure");
            assertThat(tab.value("document.title")).startsWith("3 errors"); // Two are missing settings.
            tab.await("!document.body.classList.contains('broken')"); // The page itself is all right.

            entry("A line above.\n\nSee the [programme](https://safe.example.org/gone).");
            tab.await(FINDINGS + ".includes('content/news/korea.md:7')");
            entry("See the [programme](https://safe.example.org/there).");
            tab.await("!" + FINDINGS + ".includes('safe.example.org')");
            tab.await(KNOWN + ".includes('1 not asked')");

            tab.press("c");

            tab.await(KNOWN + " === '1 link: 1 ok, 0 broken, 0 moved, 0 unsure'");
            assertThat(tab.console()).isEmpty();
        }
    }

    @Test
    void stopsWhenItIsToldTo() throws IOException {
        server.on("/never", silence());
        entry("See the [programme](https://safe.example.org/never), [that](https://safe.example.org/there).");
        try (Tab tab = Chromium.orSkip().tab()) {
            tab.go(preview.url());
            tab.await(KNOWN + ".startsWith('2 links')");
            tab.value("document.getElementById('ask').click()");
            tab.await("document.getElementById('tally').innerText === '1 of 2'");
            assertThat(tab.value("document.getElementById('ask').innerText")).isEqualTo("Stop");
            assertThat(tab.value("document.getElementById('asked').value")).isEqualTo("1");

            tab.value("document.getElementById('ask').click()");

            tab.await("document.getElementById('toast').innerText === 'stopped'");
            tab.await("document.getElementById('ask').innerText === 'Check links'");
            tab.await(KNOWN + " === '2 links: 1 ok, 0 broken, 0 moved, 0 unsure, 1 not asked'");
        }
    }

    @Test
    void askedByNobodyElse() throws IOException, InterruptedException {
        URI address = URI.create(preview.url()).resolve("/_/links?issue=2018-09");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("with the button of the preview");
        assertThat(server.requests()).isEmpty();
    }
}
