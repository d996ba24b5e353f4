package newsletter.email.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The elements that styles can reach, found by id, class and name, so that no selector has to be tried on all of them. */
final class PageIndex {
    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "template");

    private final Document document;
    private final List<Member> all = new ArrayList<>();
    private final Map<String, List<Member>> byId = new HashMap<>();
    private final Map<String, List<Member>> byClass = new HashMap<>();
    private final Map<String, List<Member>> byType = new HashMap<>();

    PageIndex(Document document) {
        this.document = document;
        document.children().forEach(root -> add(root, new Kin()));
    }

    private record Member(Element element, Kin kin) {}

    private void add(Element element, Kin outer) {
        if (UNSEEN.contains(element.normalName())) {
            return;
        }
        Member member = new Member(element, outer.of(element));
        all.add(member);
        put(byType, element.normalName(), member);
        if (element.hasAttr("id")) {
            put(byId, element.id(), member);
        }
        element.classNames().forEach(name -> put(byClass, name, member));
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            add(child, member.kin());
        }
    }

    private static void put(Map<String, List<Member>> index, String key, Member member) {
        index.computeIfAbsent(key, any -> new ArrayList<>()).add(member);
    }

    /** All elements in the order of the page: an element comes after the one that it stands in. */
    List<Element> all() {
        return all.stream().map(Member::element).toList();
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
        if (hopeless) {
            return List.of();
        }
        Predicate<Member> matches = matching(selector.isForKin(), member -> selector.matches(member.element()));
        return candidates(selector.subject()).stream()
                .filter(matches)
                .map(Member::element)
                .toList();
    }

    /** The same, but asked once for each kin where that answers for all of it. */
    private static Predicate<Member> matching(boolean forKin, Predicate<Member> matches) {
        Map<Kin, Boolean> answers = new HashMap<>();
        return forKin ? member -> answers.computeIfAbsent(member.kin(), any -> matches.test(member)) : matches;
    }

    private List<Member> candidates(Compound compound) {
        List<Member> fewest = all;
        for (Simple test : compound.tests()) {
            List<Member> some = candidates(test);
            fewest = some.size() < fewest.size() ? some : fewest;
        }
        return fewest;
    }

    private List<Member> candidates(Simple test) {
        if (test instanceof Simple.Id id) {
            return byId.getOrDefault(id.id(), List.of());
        }
        if (test instanceof Simple.ClassName name) {
            return byClass.getOrDefault(name.name(), List.of());
        }
        return test instanceof Simple.Type type ? byType.getOrDefault(type.name(), List.of()) : all;
    }
}
