package newsletter.email.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * {@code color: inherit} on a link, for clients that do not know the word: Word would show such a link in its own blue. The colour
 * that is inherited is written before it, and the last one that a client knows counts.
 */
final class LinkColor {
    private static final String COLOR = "color";
    private static final String INHERIT = "inherit";

    private LinkColor() {}

    static ElementStyle spelledOut(Element link, Cascade cascade) {
        ElementStyle style = cascade.style(link);
        if (!style.value(COLOR).equals(Optional.of(INHERIT))) {
            return style;
        }
        Optional<String> inherited = inherited(link, cascade);
        List<Applied> applied = new ArrayList<>();
        for (Applied one : style.applied()) {
            if (one.property().equals(COLOR) && inherited.isPresent()) {
                applied.add(new Applied(one.declaration().withValue(inherited.get()), one.rank()));
            }
            applied.add(one);
        }
        return new ElementStyle(applied);
    }

    private static Optional<String> inherited(Element link, Cascade cascade) {
        return link.parents().stream()
                .map(above -> cascade.style(above).value(COLOR))
                .flatMap(Optional::stream)
                .filter(value -> value.startsWith("#"))
                .findFirst();
    }
}
