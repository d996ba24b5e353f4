package newsletter.link;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsletter.finding.Location;
import newsletter.model.Issue;
import newsletter.model.MailingList;
import newsletter.model.Origin;
import newsletter.model.Origins;
import newsletter.model.Publication;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The links of finished pages, each as its author wrote it and where: in Markdown, front matter, an issue's file, the settings or a
 * template; those too that only the plain text has. Places within the page itself and files beside it are not among them: other
 * rules look at those.
 */
public final class PageLinks {
    private static final Pattern OUTWARD =
            Pattern.compile("(https?|mailto|tel|sms):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** An address in plain text; the marks that end a sentence or a bracket are not its last. */
    private static final Pattern IN_TEXT =
            Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?')\\]}*_]", Pattern.CASE_INSENSITIVE);

    /** What {@code links: utm:} appends, from the last to the first. */
    private static final Pattern LAST_PARAMETER = Pattern.compile("[?&]utm_[a-z_]+=[^?&#]*(?=#|$)");

    private static final Pattern QUERY = Pattern.compile("\\?.*", Pattern.DOTALL);
    private static final Pattern CALENDAR = Pattern.compile("[^?#]*\\.ics", Pattern.CASE_INSENSITIVE);

    private final Map<Key, Set<Location>> places = new LinkedHashMap<>();

    /** The one spelling of each address: a page and its text say most of them twice. */
    private final Map<String, String> known = new HashMap<>();

    private record Key(String address, Link.Kind kind) {}

    /**
     * Adds the links of an issue's page.
     *
     * @param html the page as it is sent
     * @param text its plain-text twin
     * @param origins who wrote what of them
     */
    public void add(Publication publication, Issue issue, String html, String text, Origins origins) {
        OfOnePage page = new OfOnePage(publication, issue, origins);
        page.add(Parser.htmlParser().setTrackPosition(true).parseInput(html, ""));
        page.add(text);
    }

    /** All of them, in the order in which they stand on the pages. */
    public List<Link> all() {
        List<Link> links = new ArrayList<>();
        places.forEach((key, at) -> links.add(new Link(key.address(), key.kind(), List.copyOf(at))));
        return links;
    }

    private String spelling(String address) {
        return known.computeIfAbsent(address, Waivers::spelling);
    }

    private void add(String address, Link.Kind kind, Location at) {
        places.computeIfAbsent(new Key(address, kind), key -> new TreeSet<>()).add(at);
    }

    private final class OfOnePage {
        private final Origins origins;
        private final EditorsValues values;
        private final Set<String> leaving;
        private final Optional<String> home;
        private final Set<String> onPage = new HashSet<>();

        OfOnePage(Publication publication, Issue issue, Origins origins) {
            this.origins = origins;
            this.values =
                    EditorsValues.of(publication, issue, origins.authorship().written());
            this.leaving = publication.lists().stream()
                    .flatMap(OfOnePage::waysOut)
                    .map(Waivers::spelling)
                    .collect(Collectors.toUnmodifiableSet());
            this.home = publication.url().map(url -> Waivers.spelling(url + issue.id() + "/"));
        }

        private static Stream<String> waysOut(MailingList list) {
            return Stream.concat(
                    list.unsubscribe().map(URI::toString).stream(),
                    list.unsubscribeEmail().map(email -> "mailto:" + email).stream());
        }

        void add(Document page) {
            page.select("a[href], area[href]").forEach(link -> add(link, link.attr("href"), Link.Kind.PAGE));
            page.select("img[src]").forEach(picture -> add(picture, picture.attr("src"), Link.Kind.PICTURE));
        }

        /** What the plain text has and the page has not. */
        void add(String text) {
            IN_TEXT.matcher(text).results().map(MatchResult::group).forEach(address -> {
                Set<String> spellings = spellings(address);
                if (spellings.stream().noneMatch(onPage::contains)) {
                    Location template = origins.authorship().text();
                    List<Location> given = values.places(spellings);
                    List<Handwriting.Written> written = given.isEmpty()
                            ? List.of(Handwriting.anywhere(template, spellings)
                                    .orElse(new Handwriting.Written(address, template)))
                            : byTheirAuthors(given, spellings, address);
                    written.forEach(
                            one -> PageLinks.this.add(one.address(), kind(one.address(), Link.Kind.PAGE), one.at()));
                }
            });
        }

        private Set<String> spellings(String address) {
            return untagged(address).stream()
                    .map(PageLinks.this::spelling)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private void add(Element element, String printed, Link.Kind usual) {
            String address = printed.strip();
            if (!OUTWARD.matcher(address).matches()) {
                return;
            }
            Set<String> spellings = spellings(address);
            onPage.addAll(spellings);
            for (Handwriting.Written written : written(element, spellings)) {
                PageLinks.this.add(written.address(), kind(written.address(), usual), written.at());
            }
        }

        /** By the editors who gave the value, or by whoever wrote the tag. */
        private List<Handwriting.Written> written(Element element, Set<String> spellings) {
            Optional<Origin> origin = origin(element);
            Location tag = origin.map(Origin::at).orElse(origins.authorship().page());
            List<Location> given = origin.filter(Origin::byEditor).isPresent() ? List.of() : values.places(spellings);
            List<Location> begins = given.isEmpty() ? List.of(tag) : given;
            String last = spellings.stream().reduce(tag.toString(), (before, after) -> after);
            return byTheirAuthors(begins, spellings, last);
        }

        /** @param otherwise the address, where it cannot be found */
        private static List<Handwriting.Written> byTheirAuthors(
                List<Location> begins, Set<String> spellings, String otherwise) {
            return begins.stream()
                    .map(begin -> Handwriting.find(begin, spellings).orElse(new Handwriting.Written(otherwise, begin)))
                    .toList();
        }

        private Link.Kind kind(String address, Link.Kind usual) {
            String spelling = spelling(address);
            if (leaving.contains(spelling)
                    || leaving.contains(QUERY.matcher(spelling).replaceFirst(""))) {
                return Link.Kind.UNSUBSCRIBE;
            }
            if (home.filter(spelling::startsWith).isPresent()) {
                return Link.Kind.OWN;
            }
            if (values.isVideo(spelling)) {
                return Link.Kind.VIDEO;
            }
            return CALENDAR.matcher(spelling).matches() ? Link.Kind.CALENDAR : usual;
        }

        /** Of an element, or of the nearest around it that has one. */
        private Optional<Origin> origin(Element element) {
            return Stream.iterate(element, Objects::nonNull, Element::parent)
                    .map(Element::sourceRange)
                    .filter(range -> range.isTracked() && !range.isImplicit())
                    .flatMap(range -> origins.of(range.startPos()).stream())
                    .findFirst();
        }
    }

    /** An address, and what it may have been before parameters were added: without the last of them, the last two, and so on. */
    static List<String> untagged(String address) {
        List<String> all = new ArrayList<>(List.of(address));
        for (Matcher last = LAST_PARAMETER.matcher(address);
                last.find();
                last = LAST_PARAMETER.matcher(all.get(all.size() - 1))) {
            all.add(last.replaceFirst(""));
        }
        return all;
    }
}
