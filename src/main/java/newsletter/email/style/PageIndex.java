package newsletter.email.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The elements that styles can reach, found by id, class and name, so that no selector has to be tried on all of them. */
final class PageIndex {
    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "template");

    private final Document document;
    private final List<Element> all = new ArrayList<>();
    private final Map<String, List<Element>> byId = new HashMap<>();
    private final Map<String, List<Element>> byClass = new HashMap<>();
    private final Map<String, List<Element>> byType = new HashMap<>();

    PageIndex(Document document) {
        this.document = document;
        document.children().forEach(this::add);
    }

    private void add(Element element) {
        if (UNSEEN.contains(element.normalName())) {
            return;
        }
        all.add(element);
        put(byType, element.normalName(), element);
        if (element.hasAttr("id")) {
            put(byId, element.id(), element);
        }
        element.classNames().forEach(name -> put(byClass, name, element));
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            add(child);
        }
    }

    private static void put(Map<String, List<Element>> index, String key, Element element) {
        index.computeIfAbsent(key, any -> new ArrayList<>()).add(element);
    }

    /** All elements in the order of the page: an element comes after the one that it stands in. */
    List<Element> all() {
        return List.copyOf(all);
    }

    /** The texts of all comments. */
    List<String> comments() {
        List<String> comments = new ArrayList<>();
        document.traverse((node, depth) -> {
            if (node instanceof Comment comment) {
                comments.add(comment.getData());
            }
        });
        return comments;
    }

    boolean hasClass(String name) {
        return byClass.containsKey(name);
    }

    /** The elements that a selector matches, or could match where a client has its say; in the order of the page. */
    List<Element> matching(Selector selector) {
        boolean hopeless =
                selector.needed().anyMatch(compound -> candidates(compound).isEmpty());
        return hopeless
                ? List.of()
                : candidates(selector.subject()).stream()
                        .filter(selector::matches)
                        .toList();
    }

    private List<Element> candidates(Compound compound) {
        List<Element> fewest = all;
        for (Simple test : compound.tests()) {
            List<Element> some = candidates(test);
            fewest = some.size() < fewest.size() ? some : fewest;
        }
        return fewest;
    }

    private List<Element> candidates(Simple test) {
        if (test instanceof Simple.Id id) {
            return byId.getOrDefault(id.id(), List.of());
        }
        if (test instanceof Simple.ClassName name) {
            return byClass.getOrDefault(name.name(), List.of());
        }
        return test instanceof Simple.Type type ? byType.getOrDefault(type.name(), List.of()) : all;
    }
}
