package newsletter.email.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Tests of the same element: {@code a.button:hover}. */
record Compound(List<Simple> tests) {
    Compound {
        tests = List.copyOf(tests);
    }

    String text() {
        return tests.stream().map(Simple::text).collect(Collectors.joining());
    }

    Specificity specificity() {
        return Specificity.sum(tests.stream().map(Simple::specificity).toList());
    }

    boolean isFixed() {
        return tests.stream().allMatch(Simple::isFixed);
    }

    /** Whether it speaks of an element that only a client makes or marks. */
    boolean isHook() {
        for (Simple test : tests) {
            if (test instanceof Simple.Hook) {
                return true;
            }
        }
        return false;
    }

    /** Gmail puts an empty {@code <u>} before the page, so {@code u + .page} speaks to Gmail. */
    boolean isGmail() {
        return tests.size() == 1 && text().equals("u");
    }

    boolean isPseudoElement() {
        return tests.stream().anyMatch(Simple.PseudoElement.class::isInstance);
    }

    boolean matches(Element element) {
        for (Simple test : tests) {
            if (!test.matches(element)) {
                return false;
            }
        }
        return true;
    }

    /** All its tests, those within brackets too. */
    Stream<Simple> allTests() {
        return tests.stream().flatMap(Compound::withNested);
    }

    private static Stream<Simple> withNested(Simple test) {
        if (test instanceof Simple.AnyOf any) {
            return any.selectors().stream().flatMap(Selector::allTests);
        }
        return test instanceof Simple.NoneOf none
                ? none.selectors().stream().flatMap(Selector::allTests)
                : Stream.of(test);
    }

    /**
     * The same with one class in place of another, or added where it names none, so that it speaks of fewer elements and
     * weighs the same wherever that is possible.
     */
    Compound narrowedTo(String className) {
        Simple narrow = new Simple.ClassName(className, "." + className);
        Optional<Simple> named =
                tests.stream().filter(Simple.ClassName.class::isInstance).findFirst();
        List<Simple> narrowed = new ArrayList<>(tests);
        if (named.isPresent()) {
            narrowed.set(tests.indexOf(named.get()), narrow);
        } else {
            narrowed.add(tests.get(0) instanceof Simple.Type ? 1 : 0, narrow);
        }
        return new Compound(narrowed);
    }
}
