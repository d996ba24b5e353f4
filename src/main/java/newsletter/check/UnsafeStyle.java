package newsletter.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Declarations that fall apart in Outlook, Gmail or old webmails (caniemail.com), with what to write instead. */
final class UnsafeStyle {
    private static final Pattern FUNCTION =
            Pattern.compile("\\b(var|calc|min|max|clamp|env)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final List<String> SPREADING = List.of("flex", "inline-flex", "grid", "inline-grid");

    private UnsafeStyle() {}

    /** What to do about a declaration; empty where it is safe. */
    static Optional<String> hint(Declaration declaration) {
        String value = declaration.value().toLowerCase(Locale.ROOT);
        if (declaration.property().startsWith("--") || FUNCTION.matcher(value).find()) {
            return Optional.of("write the value itself: many mail programs compute none");
        }
        return switch (declaration.property()) {
            case "display" ->
                SPREADING.contains(value)
                        ? Optional.of("set columns with inline-block, and with a table in an [if mso] comment")
                        : Optional.empty();
            case "float" ->
                unless("none", value, "set columns with inline-block, and with a table in an [if mso] comment");
            case "position" -> unless("static", value, "let what belongs together follow in the page");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(String harmless, String value, String hint) {
        return value.equals(harmless) ? Optional.empty() : Optional.of(hint);
    }
}
