package newsletter.link;

import static newsletter.web.Answers.redirect;
import static newsletter.web.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import newsletter.web.PretendServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a check remembers, and what it does not. */
class LinkMemoryTest {
    private static final String HOST = "http://a.example.org";

    private final LinkFixture fixture = new LinkFixture();
    private final PretendServer server = fixture.internet
            .host("a.example.org")
            .on("/ok", status(200, "Content-Type: text/plain"))
            .on("/old", redirect(301, "/ok"))
            .on("/gone", status(404))
            .on("/robots", status(403));

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private LinkReport checkAll() {
        return fixture.check(HOST + "/ok", HOST + "/old", HOST + "/gone", HOST + "/robots");
    }

    @Test
    void goodVerdictsAreRememberedForAWeekAndOthersNever() {
        LinkReport first = checkAll();
        int asked = server.requests().size();

        LinkReport second = checkAll();
        assertThat(second.summary()).isEqualTo(first.summary()).isEqualTo("4 links: 1 ok, 1 broken, 1 moved, 1 unsure");
        assertThat(server.requests().subList(asked, server.requests().size()))
                .containsExactlyInAnyOrder("GET /gone", "GET /robots");
        assertThat(second.checked().get(0).remembered()).contains(fixture.time.instant());
        assertThat(second.checked().get(1).verdict()).isEqualTo(new Verdict.Moved(HOST + "/ok"));

        fixture.time.pass(Duration.ofDays(7));
        asked = server.requests().size();
        checkAll();
        assertThat(server.requests().subList(asked, server.requests().size())).contains("GET /ok", "GET /old");
    }

    @Test
    void afreshNothingIsBelieved() {
        checkAll();
        int asked = server.requests().size();
        fixture.fresh = true;

        checkAll();

        assertThat(server.requests()).hasSize(2 * asked);
    }

    @Test
    void offlineWhatIsRememberedStands() {
        checkAll();
        fixture.offline = true;

        assertThat(checkAll().summary()).isEqualTo("4 links: 1 ok, 0 broken, 1 moved, 0 unsure, 2 not asked");
    }

    @Test
    void aCheckThatIsKilledHasKeptWhatItKnew() throws IOException {
        Path asTheCheckEnds = fixture.memory().resolveSibling("as-it-was");
        fixture.progress = (latest, done, total) -> {
            try {
                Files.writeString(asTheCheckEnds, Files.readString(fixture.memory()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };

        fixture.check(HOST + "/ok");

        assertThat(asTheCheckEnds).content().contains("\tanswers\t200\t" + HOST + "/ok\t");
    }

    @Test
    void aLineThatWasCutOffIsPassedOverAndSaid() throws IOException {
        checkAll();
        Files.writeString(fixture.memory(), "2018-09-03T08:00:0", StandardOpenOption.APPEND);

        LinkReport report = checkAll();

        assertThat(report.memoryDamage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("a line of"));
        assertThat(report.checked().get(0).remembered()).isPresent();
        assertThat(checkAll().memoryDamage()).isEmpty();
    }

    @Test
    void aMemoryThatIsNoneIsPassedOverAndMadeAnew() throws IOException {
        checkAll();
        Files.write(fixture.memory(), new byte[] {(byte) 0xFF, 0, 10, 13, (byte) 0xC0});

        LinkReport damaged = checkAll();

        assertThat(damaged.memoryDamage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("began without it"));
        assertThat(damaged.checked().get(0).remembered()).isEmpty();
        assertThat(checkAll().checked().get(0).remembered()).isPresent();
        assertThat(checkAll().memoryDamage()).isEmpty();
    }

    @Test
    void verdictsThatNobodyReachedAreNotBelieved() throws IOException {
        checkAll();
        String forged = String.join(
                "\n",
                "newsletter links 1",
                "2018-09-03T08:00:00Z\tseen\t200\t" + HOST + "/ok\t",
                "2018-09-03T08:00:00Z\tmoved\t200\t" + HOST + "/old\tjavascript:alert(1)",
                "2019-09-03T08:00:00Z\tanswers\t200\t" + HOST + "/gone\t",
                "");
        Files.writeString(fixture.memory(), forged);

        assertThat(checkAll().checked()).allMatch(one -> one.remembered().isEmpty());
    }

    @Test
    void aPlaceThatCannotBeWrittenSpoilsNothing() throws IOException {
        Files.createDirectories(fixture.memory());

        LinkReport report = checkAll();

        assertThat(report.summary()).isEqualTo("4 links: 1 ok, 1 broken, 1 moved, 1 unsure");
        assertThat(report.memoryDamage()).isPresent();
    }

    @Test
    void theMemoryKeepsItselfOutOfGit() {
        checkAll();

        assertThat(fixture.memory().resolveSibling(".gitignore")).hasContent("*");
    }
}
