package newsletter.model;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import newsletter.finding.Location;

/** A piece of text within a {@link Block}. */
public sealed interface Inline {
    /** This piece, and every piece that stands in it. */
    default Stream<Inline> deep() {
        if (this instanceof Styled styled) {
            return Stream.concat(Stream.of(this), styled.content().stream().flatMap(Inline::deep));
        }
        return this instanceof Link link
                ? Stream.concat(Stream.of(this), link.content().stream().flatMap(Inline::deep))
                : Stream.of(this);
    }

    /** Words. */
    record Text(String text) implements Inline {}

    /** Words with a meaning of their own, such as emphasis. */
    record Styled(Style style, List<Inline> content) implements Inline {
        /** Copies the list. */
        public Styled {
            content = List.copyOf(content);
        }
    }

    /** A piece of code, shown as it is. */
    record Code(String text) implements Inline {}

    /**
     * A link.
     *
     * @param at where the editor wrote it
     */
    record Link(URI target, List<Inline> content, Location at) implements Inline {
        /** Copies the list. */
        public Link {
            content = List.copyOf(content);
        }
    }

    /** A picture within the text. */
    record Image(PictureRef picture) implements Inline {}

    /** A line break that the editor asked for. */
    record Break() implements Inline {}

    /** What {@link Styled} text is, with the HTML element that says so. */
    enum Style {
        /** Stress. */
        EMPHASIS("em"),
        /** Importance. */
        STRONG("strong"),
        /** No longer true. */
        STRUCK("s"),
        /** Above the line. */
        SUPERSCRIPT("sup"),
        /** Below the line. */
        SUBSCRIPT("sub");

        private final String element;

        Style(String element) {
            this.element = element;
        }

        /** The HTML element's name. */
        public String element() {
            return element;
        }
    }
}
