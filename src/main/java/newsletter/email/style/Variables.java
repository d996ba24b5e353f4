package newsletter.email.style;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The custom properties that an element sees: its own, and else those of the elements around it. Immutable. */
final class Variables {
    /** In characters: properties that double each other could fill the memory. */
    private static final int LONGEST = 10_000;

    private static final String CALL = "var(";

    /** No properties. */
    static final Variables NONE = new Variables(null, Map.of());

    private final @Nullable Variables outer;
    private final Map<String, String> own;

    private Variables(@Nullable Variables outer, Map<String, String> own) {
        this.outer = outer;
        this.own = own;
    }

    /** These, and what an element declares. Its values are settled here, as they are before they are inherited. */
    Variables with(Map<String, String> declared) {
        if (declared.isEmpty()) {
            return this;
        }
        Variables unsettled = new Variables(this, declared);
        Map<String, String> settled = new HashMap<>();
        declared.forEach(
                (name, value) -> unsettled.resolve(value, Set.of(name)).ifPresent(text -> settled.put(name, text)));
        return new Variables(this, Map.copyOf(settled));
    }

    /** A value with every {@code var()} replaced; empty where one has no value and no fallback. */
    Optional<String> resolve(String value) {
        return resolve(value, Set.of());
    }

    private Optional<String> resolve(String value, Set<String> within) {
        StringBuilder resolved = new StringBuilder();
        int done = 0;
        for (int at = value.indexOf(CALL); at >= 0; at = value.indexOf(CALL, done)) {
            int end = closing(value, at + CALL.length());
            Optional<String> one = call(value.substring(at + CALL.length(), end), within);
            if (one.isEmpty() || resolved.length() + one.get().length() > LONGEST) {
                return Optional.empty();
            }
            resolved.append(value, done, at).append(one.get());
            done = Math.min(end + 1, value.length());
        }
        return Optional.of(resolved.append(value.substring(done)).toString());
    }

    /** What stands between the brackets of {@code var(--name, fallback)}. */
    private Optional<String> call(String inside, Set<String> within) {
        int comma = inside.indexOf(',');
        String name = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        Optional<String> value = within.contains(name) ? Optional.empty() : value(name, within);
        return value.isPresent() || comma < 0
                ? value
                : resolve(inside.substring(comma + 1).strip(), within);
    }

    private Optional<String> value(String name, Set<String> within) {
        if (own.containsKey(name)) {
            Set<String> deeper = new HashSet<>(within);
            deeper.add(name);
            return resolve(own.get(name), deeper);
        }
        return outer == null ? Optional.empty() : outer.value(name, Set.of());
    }

    /** Where the bracket closes that is open before {@code from}; the text's end where it does not. */
    private static int closing(String value, int from) {
        int depth = 1;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            } else if (c == '"' || c == '\'') {
                int end = value.indexOf(c, i + 1);
                i = end < 0 ? value.length() : end;
            }
        }
        return value.length();
    }
}
