package newsletter.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.web.Limits;
import newsletter.web.PretendInternet;

/** A check against a pretended internet, in time that passes only by waiting. */
final class LinkFixture implements AutoCloseable {
    final PretendInternet internet = new PretendInternet();
    final TestTime time = new TestTime();
    private final Path folder;
    Waivers waivers = Waivers.none();
    Pace pace = pace(Duration.ofSeconds(10));
    Map<String, String> environment = Map.of();
    boolean offline;
    boolean fresh;
    boolean looksInside = true;
    Progress progress = Progress.none();

    LinkFixture() {
        try {
            folder = Files.createTempDirectory("links");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        internet.name("example.com", "93.184.16.250");
    }

    static Pace pace(Duration patience) {
        return new Pace(16, 4, Duration.ofMinutes(1), new Limits(patience, patience, patience, 100_000));
    }

    Path memory() {
        return folder.resolve(".newsletter/links");
    }

    LinkSettings settings() {
        return new LinkSettings(
                waivers,
                pace,
                offline,
                fresh,
                looksInside,
                Optional.of(java.net.URI.create("https://news.example.org/")));
    }

    static Link link(String address) {
        return new Link(address, Link.Kind.PAGE, List.of(place("content/a.md", 3)));
    }

    static Location place(String file, int line) {
        return new Location(new Source(file, ""), line, 1);
    }

    LinkReport check(List<Link> links) {
        return new LinkCheck(settings(), internet.network(environment), LinkMemory.open(memory(), time), time, time)
                .run(links, Set.of("programme"), progress);
    }

    LinkReport check(String... addresses) {
        return check(Arrays.stream(addresses).map(LinkFixture::link).toList());
    }

    Checked one(String address) {
        return check(address).checked().get(0);
    }

    @Override
    public void close() throws IOException {
        internet.close();
    }
}
