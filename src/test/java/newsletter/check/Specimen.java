package newsletter.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import newsletter.email.Email;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.Audience;
import newsletter.model.Authorship;
import newsletter.model.Color;
import newsletter.model.Issue;
import newsletter.model.LinkPolicy;
import newsletter.model.MailingList;
import newsletter.model.Origin;
import newsletter.model.Origins;
import newsletter.model.PictureDelivery;
import newsletter.model.Publication;
import newsletter.model.Written;
import org.jsoup.Jsoup;

/** An e-mail that keeps all rules, to break them one at a time. Its page is its own template, so places are those in the HTML. */
record Specimen(
        String html,
        String text,
        String subject,
        String sender,
        Optional<String> address,
        String inlined,
        String styleSheet,
        Map<String, Location> written) {
    private static final String TEMPLATE = "templates/index.ftlh";

    static Specimen good() {
        String html = resource("good.html");
        String text = Jsoup.parse(html).body().wholeText()
                + "https://example.org/korea +3221234567 https://news.example.org/2018-09/ https://lists.example.org/leave";
        return new Specimen(
                html,
                text,
                "September",
                "news@example.org",
                Optional.of("Example Street 1, 1000 Brussels"),
                "",
                "",
                Map.of());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Specimen.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With something else in its page, which must have been there. */
    Specimen with(String old, String fresh) {
        if (!html.contains(old)) {
            throw new IllegalArgumentException("not on the page: " + old);
        }
        return withHtml(html.replace(old, fresh));
    }

    Specimen withHtml(String html) {
        return new Specimen(html, text, subject, sender, address, inlined, styleSheet, written);
    }

    Specimen withText(String text) {
        return new Specimen(html, text, subject, sender, address, inlined, styleSheet, written);
    }

    Specimen withSubject(String subject) {
        return new Specimen(html, text, subject, sender, address, inlined, styleSheet, written);
    }

    Specimen withSender(String sender) {
        return new Specimen(html, text, subject, sender, address, inlined, styleSheet, written);
    }

    Specimen withoutAddress() {
        return new Specimen(html, text, subject, sender, Optional.empty(), inlined, styleSheet, written);
    }

    /** With a declaration on the page that no template has, but the style sheet. */
    Specimen withInlined(String inlined, String styleSheet) {
        return new Specimen(html, text, subject, sender, address, inlined, styleSheet, written);
    }

    /** With a value that an editor wrote into a field. */
    Specimen written(String value, Location at) {
        return new Specimen(html, text, subject, sender, address, inlined, styleSheet, Map.of(value, at));
    }

    /** What all rules find, as {@code code@line:column}, with the file's name where it is not the page. */
    List<String> findings() {
        return found().stream().map(Specimen::shown).toList();
    }

    List<Finding> found() {
        Findings findings = new Findings();
        EmailRules.check(publication(), issue(), email(), findings);
        return findings.sorted();
    }

    private static String shown(Finding finding) {
        String path = finding.at().source().path();
        String file = path.equals(TEMPLATE) ? "" : path + ":";
        return finding.code().id() + "@" + file + finding.at().line() + ":"
                + finding.at().column();
    }

    private Email email() {
        Source template =
                new Source(TEMPLATE, inlined.isEmpty() ? html : html.replace(inlined, " ".repeat(inlined.length())));
        TreeMap<Integer, Origin> tags = new TreeMap<>();
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            tags.put(at, new Origin(template.at(at), false));
        }
        Authorship authorship = new Authorship(
                Map.of(),
                Written.once(written),
                template.start(),
                new Source("templates/newsletter.ftl", "").start(),
                new Source("templates/style.css", styleSheet));
        return new Email(html, text, List.of(), 0, new Origins(tags, authorship));
    }

    private Issue issue() {
        return new Issue(
                "2018-09",
                "September",
                LocalDate.of(2018, 9, 3),
                subject,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Written.NOTHING);
    }

    private Publication publication() {
        return new Publication(
                "Courier",
                Optional.empty(),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Optional.of(URI.create("https://news.example.org/")),
                Optional.empty(),
                Optional.of(new Publication.Sender("Courier", sender, Optional.empty())),
                address,
                Optional.empty(),
                List.of(),
                PictureDelivery.HOSTED,
                new Color(0, 0x44, 0x94),
                List.of(readers()),
                Optional.empty(),
                LinkPolicy.usual(),
                Map.of(),
                List.of(),
                Written.NOTHING);
    }

    private static MailingList readers() {
        return new MailingList(
                "members",
                new Audience.Address("news@lists.example.org"),
                "news.lists.example.org",
                Optional.of(URI.create("https://lists.example.org/leave")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
