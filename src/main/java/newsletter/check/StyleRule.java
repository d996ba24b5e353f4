package newsletter.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** What may stand in {@code style} attributes, and how colours are written there and in the attributes of old. */
final class StyleRule implements Rule {
    private static final Set<String> COLORS = Set.of(
            "color",
            "background-color",
            "border-color",
            "border-top-color",
            "border-right-color",
            "border-bottom-color",
            "border-left-color");
    private static final List<String> COLOR_ATTRIBUTES = List.of("bgcolor", "color");

    /** {@code #123456}, or a word that stands for no colour of its own. */
    private static final Pattern PLAIN_COLOR =
            Pattern.compile("#[0-9a-f]{6}|transparent|inherit|initial|unset|currentcolor", Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_COLOR = Pattern.compile(
            "(?<![\\w&#(/-])#([0-9a-f]{3,4}|[0-9a-f]{8})(?![\\w-])|\\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Letter letter, Findings findings) {
        StylePlaces places = new StylePlaces(letter);
        Map<Declaration, Boolean> faulty = new HashMap<>();
        for (Element element : letter.outlook().select("[style]")) {
            check(element, faulty, places, findings);
        }
        for (Element element : letter.page().select("[style]")) {
            check(element, faulty, places, findings);
        }
        for (String name : COLOR_ATTRIBUTES) {
            letter.outlook().select("[" + name + "]").stream()
                    .filter(element ->
                            !PLAIN_COLOR.matcher(element.attr(name).strip()).matches())
                    .forEach(element -> findings.add(
                            Code.COLOR_FORM,
                            letter.at(element),
                            "'" + name + "=\"" + element.attr(name) + "\"' is not a colour of six digits",
                            "write it like #004494"));
        }
    }

    /** @param faulty what was found out of declarations: most stand at many elements */
    private static void check(
            Element element, Map<Declaration, Boolean> faulty, StylePlaces places, Findings findings) {
        for (Declaration declaration : Declaration.of(element)) {
            if (faulty.computeIfAbsent(declaration, StyleRule::isFaulty)) {
                report(declaration, element, places, findings);
            }
        }
    }

    private static boolean isFaulty(Declaration declaration) {
        return UnsafeStyle.hint(declaration).isPresent() || declaration.important() || isWrongColor(declaration);
    }

    private static void report(Declaration declaration, Element element, StylePlaces places, Findings findings) {
        UnsafeStyle.hint(declaration)
                .ifPresent(hint -> findings.add(
                        Code.UNSAFE_STYLE,
                        places.of(declaration, element),
                        "not every mail program understands '" + declaration + "'",
                        hint));
        if (declaration.important()) {
            findings.add(
                    Code.INLINE_IMPORTANT,
                    places.of(declaration, element),
                    "Outlook ignores '" + declaration + "' for its !important",
                    "take !important out: what stands in a style attribute wins already");
        }
        if (isWrongColor(declaration)) {
            findings.add(
                    Code.COLOR_FORM,
                    places.of(declaration, element),
                    "the colour in '" + declaration + "' is not written with six digits",
                    "write it like #004494: not every mail program knows names, three digits or functions");
        }
    }

    private static boolean isWrongColor(Declaration declaration) {
        String value = declaration.value().toLowerCase(Locale.ROOT);
        return COLORS.contains(declaration.property())
                ? !PLAIN_COLOR.matcher(value).matches()
                : OTHER_COLOR.matcher(value).find();
    }
}
