package newsletter.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Location;
import newsletter.model.Origin;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The elements of a finished page in the order of the document, as browsers count them too ({@code querySelectorAll("*")}), and
 * where each was written. For who has to show a place of a file on the page.
 */
public final class PageElements {
    private final Map<String, Integer> byId = new HashMap<>();
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
        for (int number = 0; number < elements.size(); number++) {
            Element element = elements.get(number);
            if (element.hasAttr("id")) {
                byId.putIfAbsent(element.id(), number);
            }
            int counted = number;
            origin(element, email).map(Origin::at).ifPresent(at -> {
                byPlace.putIfAbsent(at, counted);
                byLine.putIfAbsent(Line.of(at), counted);
            });
        }
    }

    private static Optional<Origin> origin(Element element, Email email) {
        return element.sourceRange().isTracked() && !element.sourceRange().isImplicit()
                ? email.origins().of(element.sourceRange().startPos())
                : Optional.empty();
    }

    /** The first element that was written there, or else in that line; its number in the document, from 0. */
    public Optional<Integer> at(Location place) {
        return Optional.ofNullable(byPlace.get(place)).or(() -> Optional.ofNullable(byLine.get(Line.of(place))));
    }

    /** The element with that id; its number in the document, from 0. */
    public Optional<Integer> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
