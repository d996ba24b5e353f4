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

    /** Of a number field. */
    record Figure(BigDecimal number) implements Value {}
}
