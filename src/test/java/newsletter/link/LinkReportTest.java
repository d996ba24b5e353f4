package newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;

class LinkReportTest {
    private static final Location HERE = new Source("content/news/korea.md", "").start();

    private static Checked checked(String address, Verdict verdict, Rule rule) {
        return new Checked(
                address,
                List.of(new Link(address, Link.Kind.PAGE, List.of(HERE))),
                verdict,
                rule,
                Optional.empty(),
                List.of(),
                Duration.ZERO,
                "example.org",
                Optional.empty());
    }

    private static LinkReport report(Checked... all) {
        return new LinkReport(List.of(all), Optional.empty());
    }

    @Test
    void takesWhatServersSaidForWhatWasNotAsked() {
        Verdict unsure = new Verdict.Unsure("nobody was asked");
        LinkReport now = report(
                checked("https://example.org/gone", unsure, Rule.OFFLINE),
                checked("https://example.org/new", unsure, Rule.OFFLINE),
                checked("https://example.org/seen", new Verdict.Ok(), Rule.SEEN));
        LinkReport asked = report(
                checked("https://example.org/gone", new Verdict.Broken("404"), Rule.GONE),
                checked("https://example.org/seen", new Verdict.Broken("404"), Rule.GONE),
                checked("https://example.org/elsewhere", new Verdict.Broken("404"), Rule.GONE));

        assertThat(now.enrichedBy(asked).checked())
                .extracting(Checked::rule)
                .containsExactly(Rule.GONE, Rule.OFFLINE, Rule.SEEN);
    }

    @Test
    void keepsWhatWasSaidOfOtherLinks() {
        LinkReport now = report(checked("https://example.org/mended", new Verdict.Ok(), Rule.ANSWERS));
        LinkReport before = report(
                checked("https://example.org/mended", new Verdict.Broken("404"), Rule.GONE),
                checked("https://example.org/of-march", new Verdict.Broken("410"), Rule.GONE));

        assertThat(now.and(before).checked())
                .extracting(Checked::address, Checked::rule)
                .containsExactly(
                        tuple("https://example.org/mended", Rule.ANSWERS),
                        tuple("https://example.org/of-march", Rule.GONE));
    }

    @Test
    void outlivesAddressesThatDifferInAPasswordAlone() {
        Verdict unsure = new Verdict.Unsure("it holds a password");
        LinkReport asked = report(
                checked("https://anna:one@example.org/", unsure, Rule.CREDENTIALS),
                checked("https://anna:two@example.org/", unsure, Rule.CREDENTIALS));

        assertThat(asked.enrichedBy(asked).checked()).hasSize(2);
    }
}
