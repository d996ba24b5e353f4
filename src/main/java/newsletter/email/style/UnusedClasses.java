package newsletter.email.style;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Takes classes that nothing calls any more out of the page. Ids stay: other pages may link to them. */
final class UnusedClasses {
    /** What looks like a class in the style sheets within conditional comments, which Outlook alone reads. */
    private static final Pattern NAME = Pattern.compile("\\.(-?[_a-zA-Z][-\\w]*)");

    private final Set<String> classes = new HashSet<>();
    private final boolean testsClasses;

    /** @param kept the rules that stay */
    private UnusedClasses(List<Rule> kept) {
        tests(kept).forEach(this::keep);
        this.testsClasses = tests(kept).anyMatch(UnusedClasses::isTestOfClasses);
    }

    static void remove(PageIndex page, List<Rule> kept) {
        UnusedClasses names = new UnusedClasses(kept);
        page.comments().forEach(names::keepNames);
        page.all().forEach(names::removeFrom);
    }

    private static Stream<Simple> tests(List<Rule> kept) {
        return kept.stream().flatMap(rule -> rule.selectors().stream()).flatMap(Selector::allTests);
    }

    private static boolean isTestOfClasses(Simple test) {
        return test instanceof AttributeTest one && one.name().equals("class");
    }

    private void keep(Simple test) {
        if (test instanceof Simple.ClassName name) {
            classes.add(name.name());
        }
    }

    private void keepNames(String comment) {
        if (comment.contains("<style")) {
            NAME.matcher(comment).results().map(name -> name.group(1)).forEach(classes::add);
        }
    }

    private void removeFrom(Element element) {
        if (element.hasAttr("class") && !testsClasses) {
            List<String> used =
                    element.classNames().stream().filter(classes::contains).toList();
            set(element, String.join(" ", used));
        }
    }

    private static void set(Element element, String names) {
        if (names.isEmpty()) {
            element.removeAttr("class");
        } else {
            element.attr("class", names);
        }
    }
}
