package newsletter.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.email.Email;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.Authorship;
import newsletter.model.Issue;
import newsletter.model.Origin;
import newsletter.model.Publication;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** An e-mail as rules look at it: parsed once, and knowing who wrote what. */
final class Letter {
    private static final String SETTINGS = "newsletter.yaml";
    private static final Pattern ISLAND =
            Pattern.compile("<xml\\b.*?</xml>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Publication publication;
    private final Issue issue;
    private final Email email;
    private final Document page;
    private final OutlookView view;
    private final Document outlook;
    private final List<Element> links;
    private final String words;

    Letter(Publication publication, Issue issue, Email email) {
        this.publication = publication;
        this.issue = issue;
        this.email = email;
        this.page = parse(email.html());
        this.view = OutlookView.of(email.html());
        this.outlook = parse(withoutIslands(view.html()));
        this.links = List.copyOf(page.select("a[href], area[href]"));
        this.words = Visible.text(page.body());
    }

    /** Outlook's settings in {@code <xml>} would end the head, were they read as HTML. */
    private static String withoutIslands(String html) {
        return ISLAND.matcher(html)
                .replaceAll(island -> " ".repeat(island.group().length()));
    }

    private static Document parse(String html) {
        return Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    }

    Publication publication() {
        return publication;
    }

    Issue issue() {
        return issue;
    }

    Email email() {
        return email;
    }

    /** What all but Outlook for Windows show. */
    Document page() {
        return page;
    }

    /** The HTML that Outlook for Windows shows, at the same places as in the page. */
    OutlookView view() {
        return view;
    }

    /** What Outlook for Windows shows. */
    Document outlook() {
        return outlook;
    }

    /** The links that lead somewhere, in order. */
    List<Element> links() {
        return links;
    }

    /** The words that a reader sees of the page. */
    String words() {
        return words;
    }

    /** Where the page as a whole is made. */
    Location start() {
        return authorship().page();
    }

    /** Where the plain text is made. */
    Location textStart() {
        return authorship().text();
    }

    /** Where the publication says what it is. */
    Location settings() {
        return new Source(SETTINGS, "").start();
    }

    /** The theme's style sheet. */
    Source styleSheet() {
        return authorship().styleSheet();
    }

    /** Where an element was written. */
    Location at(Element element) {
        return origin(element, origin -> true).map(Origin::at).orElseGet(this::start);
    }

    /** Where the theme wrote an element, or what is around it where an editor wrote it: for what no editor can change. */
    Location themeAt(Element element) {
        return origin(element, origin -> !origin.byEditor()).map(Origin::at).orElseGet(this::start);
    }

    /** Where a value within an element was written: by the editor who gave it, else with the element. */
    Location at(Element element, String value) {
        return isEditors(element) ? at(element) : written(value).orElseGet(() -> at(element));
    }

    /** Whether an editor wrote an element, and not the theme. */
    boolean isEditors(Element element) {
        return origin(element, origin -> true).filter(Origin::byEditor).isPresent();
    }

    /** Where the last tag before a place in the HTML was written. */
    Location at(int place) {
        return email.origins().before(place).map(Origin::at).orElseGet(this::start);
    }

    /** Where an editor wrote a value, if one did. */
    Optional<Location> written(String value) {
        return Untagged.all(value).stream()
                .flatMap(text -> authorship().written().at(text).stream())
                .findFirst();
    }

    private Authorship authorship() {
        return email.origins().authorship();
    }

    /** Of an element, or of the nearest around it that has one of that kind. */
    private Optional<Origin> origin(Element element, Predicate<Origin> kind) {
        return Stream.iterate(element, Objects::nonNull, Element::parent)
                .map(Element::sourceRange)
                .filter(range -> range.isTracked() && !range.isImplicit())
                .flatMap(range -> email.origins().of(range.startPos()).stream())
                .filter(kind)
                .findFirst();
    }
}
