package newsletter.email.style;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Takes classes and ids that nothing calls any more out of the page. */
final class UnusedNames {
    /** Attributes whose value is the ids of other elements. */
    private static final List<String> REFERENCES = List.of(
            "for",
            "headers",
            "aria-activedescendant",
            "aria-controls",
            "aria-describedby",
            "aria-details",
            "aria-errormessage",
            "aria-flowto",
            "aria-labelledby",
            "aria-owns");

    /** What looks like a class or an id in the style sheets within conditional comments, which Outlook alone reads. */
    private static final Pattern NAME = Pattern.compile("[.#](-?[_a-zA-Z][-\\w]*)");

    private final Set<String> classes = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final boolean testsClasses;
    private final boolean testsIds;

    /** @param kept the rules that stay */
    private UnusedNames(List<Rule> kept) {
        tests(kept).forEach(this::keep);
        this.testsClasses = tests(kept).anyMatch(test -> isTestOf("class", test));
        this.testsIds = tests(kept).anyMatch(test -> isTestOf("id", test));
    }

    static void remove(PageIndex page, List<Rule> kept) {
        UnusedNames names = new UnusedNames(kept);
        page.all().forEach(names::keepReferences);
        page.comments().forEach(names::keepNames);
        page.all().forEach(names::removeFrom);
    }

    private static Stream<Simple> tests(List<Rule> kept) {
        return kept.stream().flatMap(rule -> rule.selectors().stream()).flatMap(Selector::allTests);
    }

    private static boolean isTestOf(String attribute, Simple test) {
        return test instanceof AttributeTest one && one.name().equals(attribute);
    }

    private void keep(Simple test) {
        if (test instanceof Simple.ClassName name) {
            classes.add(name.name());
        } else if (test instanceof Simple.Id id) {
            ids.add(id.id());
        }
    }

    private void keepReferences(Element element) {
        String target = element.attr("href");
        if (target.startsWith("#")) {
            ids.add(target.substring(1));
            ids.add(decoded(target.substring(1)));
        }
        for (String reference : REFERENCES) {
            if (element.hasAttr(reference)) {
                ids.addAll(List.of(element.attr(reference).split("\\s+", -1)));
            }
        }
    }

    private void keepNames(String comment) {
        if (comment.contains("<style")) {
            NAME.matcher(comment).results().map(name -> name.group(1)).forEach(name -> {
                classes.add(name);
                ids.add(name);
            });
        }
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }

    private void removeFrom(Element element) {
        if (element.hasAttr("class") && !testsClasses) {
            List<String> used =
                    element.classNames().stream().filter(classes::contains).toList();
            set(element, "class", String.join(" ", used));
        }
        if (element.hasAttr("id") && !testsIds && !ids.contains(element.id())) {
            element.removeAttr("id");
        }
    }

    private static void set(Element element, String attribute, String value) {
        if (value.isEmpty()) {
            element.removeAttr(attribute);
        } else {
            element.attr(attribute, value);
        }
    }
}
