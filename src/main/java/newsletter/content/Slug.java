package newsletter.content;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for addresses, made of what people wrote. Hands out each name once. */
final class Slug {
    private final Set<String> taken = new HashSet<>();

    /** Letters and digits in lower case without accents, hyphens for the rest; {@code fallback} where nothing is left. */
    static String of(String text, String fallback) {
        String plain = Normalizer.normalize(
                        text.replace("ß", "ss").replace("æ", "ae").replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? fallback : plain;
    }

    /** The name, with a number behind it when it is taken. */
    String unique(String name) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }
}
