package newsletter.model;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

/** What a field of an entry holds, one form for each {@link FieldKind}. */
public sealed interface Value {
    /** Of a text field. */
    record Text(String text) implements Value {}

    /** Of a markdown field. */
    record Rich(Prose prose) implements Value {}

    /** Of a date field. */
    record Date(Moment moment) implements Value {}

    /** Of a url field. */
    record Address(URI uri) implements Value {}

    /** Of an image field. */
    record Image(PictureRef picture) implements Value {}

    /** Of a list field. */
    record Texts(List<String> texts) implements Value {
        /** Copies the list. */
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Of a flag field. */
    record Flag(boolean set) implements Value {}

    /**
     * Of a number field.
     *
     * @param number an {@link Integer} or a {@link BigDecimal}, which alone takes the JVM long to make ready
     */
    record Figure(Number number) implements Value, Comparable<Figure> {
        /** @throws IllegalArgumentException when it is neither */
        public Figure {
            if (!(number instanceof Integer || number instanceof BigDecimal)) {
                throw new IllegalArgumentException("neither an Integer nor a BigDecimal: " + number);
            }
        }

        @Override
        public int compareTo(Figure other) {
            return number instanceof Integer a && other.number instanceof Integer b
                    ? a.compareTo(b)
                    : exact().compareTo(other.exact());
        }

        private BigDecimal exact() {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal((Integer) number);
        }
    }
}
