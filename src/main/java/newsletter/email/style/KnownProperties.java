package newsletter.email.style;

import com.helger.css.property.ECSSProperty;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The properties that browsers and mail clients know, to tell a mistyped one. */
final class KnownProperties {
    /** What the parser's own list does not have. */
    private static final String NEWER = """
            accent-color all aspect-ratio background-blend-mode block-size border-block border-block-color border-block-end
            border-block-end-color border-block-end-style border-block-end-width border-block-start border-block-start-color
            border-block-start-style border-block-start-width border-block-style border-block-width border-end-end-radius
            border-end-start-radius border-inline border-inline-color border-inline-end border-inline-end-color
            border-inline-end-style border-inline-end-width border-inline-start border-inline-start-color
            border-inline-start-style border-inline-start-width border-inline-style border-inline-width
            border-start-end-radius border-start-start-radius caret-color color-adjust color-scheme column-gap
            font-optical-sizing font-palette font-variant-alternates font-variant-caps font-variant-east-asian
            font-variant-emoji font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
            forced-color-adjust gap hyphenate-character inline-size inset-block inset-block-end inset-block-start
            inset-inline inset-inline-end inset-inline-start isolation justify-items justify-self line-break
            margin-block margin-block-end margin-block-start margin-inline margin-inline-end margin-inline-start
            mask mask-image max-block-size max-inline-size min-block-size min-inline-size object-position
            overflow-anchor padding-block padding-block-end padding-block-start padding-inline padding-inline-end
            padding-inline-start place-content place-items place-self pointer-events print-color-adjust rotate row-gap
            scale scroll-behavior scroll-margin scroll-padding scrollbar-color scrollbar-width tab-size
            text-align-last text-combine-upright text-decoration-skip-ink text-decoration-thickness text-emphasis
            text-emphasis-color text-emphasis-position text-emphasis-style text-orientation text-rendering
            text-size-adjust text-underline-offset text-underline-position text-wrap touch-action translate user-select
            will-change writing-mode zoom
            """;

    private static final KnownProperties ALL = new KnownProperties();

    private final Set<String> names = new LinkedHashSet<>();

    private KnownProperties() {
        for (ECSSProperty property : ECSSProperty.values()) {
            names.add(property.getName());
        }
        names.addAll(Arrays.asList(NEWER.strip().split("\\s+", -1)));
    }

    static KnownProperties all() {
        return ALL;
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    /** Whether it is known, a publication's own, or one client's, such as those of Word and of its drawings. */
    boolean contains(String property) {
        return property.startsWith("-")
                || property.startsWith("mso-")
                || property.startsWith("v-")
                || names.contains(property);
    }
}
