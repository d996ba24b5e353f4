package newsletter.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field of an entry holds. */
public enum FieldKind {
    /** One line of text, as it is written. */
    TEXT,
    /** Markdown. */
    MARKDOWN,
    /** A day, or a moment. */
    DATE,
    /** A web, mail or telephone address. */
    URL,
    /** A picture: a file, or an https address. */
    IMAGE,
    /** Several texts. */
    LIST,
    /** True or false. */
    FLAG,
    /** A number. */
    NUMBER;

    /** The word by which a type's declaration calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word. */
    public static Optional<FieldKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FieldKind::word).toList();
    }
}
