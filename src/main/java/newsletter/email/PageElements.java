package newsletter.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newsletter.finding.Location;
import newsletter.model.Origin;
import newsletter.model.Written;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The elements of a finished page in the order of the document, as browsers count them too ({@code querySelectorAll("*")}), and
 * where each was written. For who has to show a place of a file on the page.
 */
public final class PageElements {
    private final Map<Element, Integer> numbers = new HashMap<>();
    private final Map<Element, Location> editors = new HashMap<>();
    private final Map<Location, Integer> byPlace = new HashMap<>();
    private final Map<Line, Integer> byLine = new HashMap<>();

    private record Line(String path, int number) {
        static Line of(Location at) {
            return new Line(at.source().path(), at.line());
        }
    }

    /** Those of a page. */
    public PageElements(Email email) {
        Document page = Parser.htmlParser().setTrackPosition(true).parseInput(email.html(), "");
        List<Element> elements = new ArrayList<>(page.getAllElements());
        elements.remove(page); // A browser does not count the document itself.
        for (Element element : elements) {
            numbers.put(element, numbers.size());
            Optional<Origin> origin = origin(element, email);
            origin.map(Origin::at).ifPresent(at -> count(element, at));
            Optional<Location> editor = origin.filter(Origin::byEditor)
                    .map(Origin::at)
                    .or(() -> written(element, email.origins().authorship().written()));
            editor.ifPresent(at -> {
                count(element, at);
                editors.put(element, at);
            });
        }
    }

    private void count(Element element, Location at) {
        byPlace.putIfAbsent(at, number(element));
        byLine.putIfAbsent(Line.of(at), number(element));
    }

    private int number(Element element) {
        return numbers.getOrDefault(element, 0);
    }

    private static Optional<Origin> origin(Element element, Email email) {
        return element.sourceRange().isTracked() && !element.sourceRange().isImplicit()
                ? email.origins().of(element.sourceRange().startPos())
                : Optional.empty();
    }

    /** Where an editor wrote what the theme printed into an element. */
    private static Optional<Location> written(Element element, Written written) {
        return Stream.of(element.ownText(), element.attr("alt"), element.attr("src"))
                .filter(value -> !value.isBlank())
                .flatMap(value -> written.at(value).stream())
                .findFirst();
    }

    /** The first element that was written there, or else in that line; its number in the document, from 0. */
    public Optional<Integer> at(Location place) {
        return Optional.ofNullable(byPlace.get(place)).or(() -> Optional.ofNullable(byLine.get(Line.of(place))));
    }

    /**
     * The largest element that shows nothing but what an editor wrote at certain places, and some of that; its number in the
     * document, from 0.
     */
    public Optional<Integer> around(Predicate<Location> places) {
        Set<Element> mixed = new HashSet<>();
        editors.forEach((element, at) -> {
            if (!places.test(at)) {
                mixed.add(element);
                mixed.addAll(element.parents());
            }
        });
        return editors.entrySet().stream()
                .filter(written -> places.test(written.getValue()))
                .map(Map.Entry::getKey)
                .filter(element -> !mixed.contains(element))
                .min((one, other) -> Integer.compare(number(one), number(other)))
                .map(element -> number(largest(element, mixed)));
    }

    /** Not more than what has an id, as an entry has and its section: that is what one may link to. */
    private static Element largest(Element element, Set<Element> mixed) {
        Element largest = element;
        for (Element parent : element.parents()) {
            if (largest.hasAttr("id")
                    || mixed.contains(parent)
                    || parent.normalName().equals("body")) {
                break;
            }
            largest = parent;
        }
        return largest;
    }
}
