package newsletter.check;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Lengths in CSS pixels. */
final class Pixels {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6})(px)?");

    private Pixels() {}

    /** A length such as {@code 600px}, or a number as in attributes; empty for other units. */
    static OptionalDouble parse(String text) {
        Matcher length = LENGTH.matcher(text.strip());
        return length.matches() ? OptionalDouble.of(Double.parseDouble(length.group(1))) : OptionalDouble.empty();
    }

    /** An element's width or height: its attribute's, else its style's. */
    static OptionalDouble of(Element element, String side) {
        OptionalDouble attribute = parse(element.attr(side));
        return attribute.isPresent()
                ? attribute
                : Declaration.value(element, side).map(Pixels::parse).orElse(OptionalDouble.empty());
    }
}
