package newsletter.email.style;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** A simple selector: one test of one element (Selectors Level 4, section 3). */
sealed interface Simple
        permits AttributeTest,
                Simple.Any,
                Simple.Type,
                Simple.Id,
                Simple.ClassName,
                Simple.Place,
                Simple.Link,
                Simple.Changing,
                Simple.Hook,
                Simple.PseudoElement,
                Simple.AnyOf,
                Simple.NoneOf {
    /** As it is written. */
    String text();

    /** How much it weighs. */
    Specificity specificity();

    /**
     * Whether an element passes.
     *
     * <p>What only a client can know ({@link #isFixed()} is false) passes: a rule with such a test is not settled here, and
     * the question is only whether it could ever apply.
     */
    boolean matches(Element element);

    /** Whether the answer is the same in every client and at any time. */
    default boolean isFixed() {
        return true;
    }

    /** {@code *}. */
    record Any() implements Simple {
        @Override
        public String text() {
            return "*";
        }

        @Override
        public Specificity specificity() {
            return Specificity.NONE;
        }

        @Override
        public boolean matches(Element element) {
            return true;
        }
    }

    /**
     * {@code h1}.
     *
     * @param name in lower case
     */
    record Type(String name, String text) implements Simple {
        @Override
        public Specificity specificity() {
            return Specificity.TYPE;
        }

        @Override
        public boolean matches(Element element) {
            return element.normalName().equals(name);
        }
    }

    /**
     * {@code #contents}.
     *
     * @param id without escapes
     */
    record Id(String id, String text) implements Simple {
        @Override
        public Specificity specificity() {
            return Specificity.ID;
        }

        @Override
        public boolean matches(Element element) {
            return element.id().equals(id);
        }
    }

    /**
     * {@code .title}. In a page with a doctype the case counts.
     *
     * @param name without escapes
     */
    record ClassName(String name, String text) implements Simple {
        private static final String BLANKS = " \t\n\u000B\f\r";

        @Override
        public Specificity specificity() {
            return Specificity.CLASS;
        }

        @Override
        public boolean matches(Element element) {
            return hasName(element.attr("class"));
        }

        /** Whether it is one of the names, between blanks, in a class attribute. */
        private boolean hasName(String classes) {
            int at = classes.indexOf(name);
            while (at >= 0 && !(isEdge(classes, at - 1) && isEdge(classes, at + name.length()))) {
                at = classes.indexOf(name, at + 1);
            }
            return at >= 0;
        }

        private static boolean isEdge(String classes, int at) {
            return at < 0 || at >= classes.length() || BLANKS.indexOf(classes.charAt(at)) >= 0;
        }
    }

    /** {@code :first-child}, {@code :nth-of-type(2n+1)}: where an element stands among its own. */
    record Place(String text, Evaluator evaluator) implements Simple {
        @Override
        public Specificity specificity() {
            return Specificity.CLASS;
        }

        /** @throws org.jsoup.select.Selector.SelectorParseException when there is no such place */
        static Place of(String text) {
            return new Place(text, org.jsoup.select.Selector.evaluatorOf(text));
        }

        @Override
        public boolean matches(Element element) {
            return evaluator.matches(element.root(), element);
        }
    }

    /** {@code :link} and {@code :any-link}. That a visited link looks the same is what a mail shows. */
    record Link(String text) implements Simple {
        @Override
        public Specificity specificity() {
            return Specificity.CLASS;
        }

        @Override
        public boolean matches(Element element) {
            return element.hasAttr("href") && (element.nameIs("a") || element.nameIs("area"));
        }
    }

    /** {@code :hover}, {@code :checked}, and every pseudo-class that is not known here: a client decides. */
    record Changing(String text) implements Simple {
        @Override
        public Specificity specificity() {
            return Specificity.CLASS;
        }

        @Override
        public boolean matches(Element element) {
            return true;
        }

        @Override
        public boolean isFixed() {
            return false;
        }
    }

    /**
     * A test that can only be passed by what a client adds, see {@link ClientHooks}.
     *
     * @param test the test as such
     */
    record Hook(Simple test) implements Simple {
        @Override
        public String text() {
            return test.text();
        }

        @Override
        public Specificity specificity() {
            return test.specificity();
        }

        @Override
        public boolean matches(Element element) {
            return true;
        }

        @Override
        public boolean isFixed() {
            return false;
        }
    }

    /** {@code ::before}: a box that no style attribute reaches. */
    record PseudoElement(String text) implements Simple {
        @Override
        public Specificity specificity() {
            return Specificity.TYPE;
        }

        @Override
        public boolean matches(Element element) {
            return true;
        }

        @Override
        public boolean isFixed() {
            return false;
        }
    }

    /** {@code :is(…)} and {@code :where(…)}. */
    record AnyOf(String name, List<Selector> selectors) implements Simple {
        /** Copies the list. */
        public AnyOf {
            selectors = List.copyOf(selectors);
        }

        @Override
        public String text() {
            return name + Simple.inBrackets(selectors);
        }

        @Override
        public Specificity specificity() {
            return name.equals(":where") ? Specificity.NONE : Simple.heaviest(selectors);
        }

        @Override
        public boolean matches(Element element) {
            return selectors.stream().anyMatch(selector -> selector.matches(element));
        }

        @Override
        public boolean isFixed() {
            return selectors.stream().allMatch(Selector::isFixed);
        }
    }

    /** {@code :not(…)}. */
    record NoneOf(List<Selector> selectors) implements Simple {
        /** Copies the list. */
        public NoneOf {
            selectors = List.copyOf(selectors);
        }

        @Override
        public String text() {
            return ":not" + Simple.inBrackets(selectors);
        }

        @Override
        public Specificity specificity() {
            return Simple.heaviest(selectors);
        }

        @Override
        public boolean matches(Element element) {
            return selectors.stream().noneMatch(selector -> selector.isFixed() && selector.matches(element));
        }

        @Override
        public boolean isFixed() {
            return selectors.stream().allMatch(Selector::isFixed);
        }
    }

    private static String inBrackets(List<Selector> selectors) {
        return selectors.stream().map(Selector::text).collect(Collectors.joining(",", "(", ")"));
    }

    private static Specificity heaviest(List<Selector> selectors) {
        return Specificity.heaviest(
                selectors.stream().map(Selector::specificity).toList());
    }
}
