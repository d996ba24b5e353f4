package newsletter.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a message brings its pictures. */
public enum PictureDelivery {
    /** They lie on the web, beside the page. */
    HOSTED,
    /** They are parts of the message. */
    EMBEDDED;

    /** As an editor writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the word that an editor wrote, in upper or lower case. */
    public static Optional<PictureDelivery> of(String word) {
        return Arrays.stream(values())
                .filter(delivery -> delivery.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All words, in this order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PictureDelivery::word).toList();
    }
}
