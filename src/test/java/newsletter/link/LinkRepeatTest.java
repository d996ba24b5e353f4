package newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import newsletter.web.Answers;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.Test;

/** Many hosts that misbehave all at once, again and again. */
class LinkRepeatTest {
    private static final int HOSTS = 6;

    @Test
    void twentyRunsOfTwentyReachTheSameVerdicts() throws IOException {
        Set<String> seen = new HashSet<>();
        for (int run = 0; run < 20; run++) {
            seen.add(run());
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.iterator().next().lines())
                .hasSize(HOSTS * 14)
                .filteredOn(line -> line.startsWith("http://h3."))
                .containsExactlyInAnyOrder(
                        "http://h3.example.org/ok ok answers",
                        "http://h3.example.org/gone broken gone",
                        "http://h3.example.org/moved moved moved",
                        "http://h3.example.org/chain ok answers",
                        "http://h3.example.org/away ok answers",
                        "http://h3.example.org/circle unsure circle",
                        "http://h3.example.org/robots unsure turned-away",
                        "http://h3.example.org/limited ok answers",
                        "http://h3.example.org/passing ok answers",
                        "http://h3.example.org/down unsure server-error",
                        "http://h3.example.org/reset unsure no-connection",
                        "http://h3.example.org/no-head ok answers",
                        "http://h3.example.org/soft unsure soft-gone",
                        "http://h3.example.org/page#none broken no-anchor");
    }

    private static String run() throws IOException {
        try (LinkFixture fixture = new LinkFixture()) {
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < HOSTS; i++) {
                String host = "h" + i + ".example.org";
                routes(fixture.internet.host(host), (i + 1) % HOSTS);
                for (String path : List.of(
                        "ok",
                        "gone",
                        "moved",
                        "chain",
                        "away",
                        "circle",
                        "robots",
                        "limited",
                        "passing",
                        "down",
                        "reset",
                        "no-head",
                        "soft",
                        "page#none")) {
                    addresses.add("http://" + host + "/" + path);
                }
            }
            return fixture.check(addresses.toArray(String[]::new)).checked().stream()
                    .map(one -> one.address() + " " + one.verdict().word() + " "
                            + one.rule().id())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static void routes(PretendServer server, int next) {
        server.on("/ok", Answers.page("<title>Fine</title>"))
                .on("/gone", Answers.status(410))
                .on("/moved", Answers.redirect(301, "/ok"))
                .on("/chain", Answers.redirect(301, "/today"))
                .on("/today", Answers.redirect(302, "/ok"))
                .on("/away", Answers.redirect(302, "http://h" + next + ".example.org/ok"))
                .on("/circle", Answers.redirect(302, "/circle"))
                .on("/robots", Answers.status(403))
                .on("/limited", Answers.first(1, Answers.status(429, "Retry-After: 1"), Answers.page("<p>Fine")))
                .on("/passing", Answers.first(2, Answers.status(503), Answers.page("<p>Fine")))
                .on("/down", Answers.status(502))
                .on("/reset", Answers.reset())
                .on("/no-head", Answers.byMethod(Answers.status(405), Answers.page("<p>Fine")))
                .on("/soft", Answers.page("<title>Page not found</title>"))
                .on("/page", Answers.page("<p id=some>"));
    }
}
