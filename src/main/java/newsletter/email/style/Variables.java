package newsletter.email.style;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        return declared.isEmpty() ? this : new Variables(this, new Settling(declared, this).all());
    }

    /** A value with every {@code var()} replaced; empty where one has no value and no fallback. */
    Optional<String> resolve(String value) {
        return resolve(value, this::value);
    }

    private Optional<String> value(String name) {
        if (own.containsKey(name)) {
            return Optional.of(own.get(name));
        }
        return outer == null ? Optional.empty() : outer.value(name);
    }

    private static Optional<String> resolve(String value, Function<String, Optional<String>> values) {
        StringBuilder resolved = new StringBuilder();
        int done = 0;
        for (int at = value.indexOf(CALL); at >= 0; at = value.indexOf(CALL, done)) {
            int end = closing(value, at + CALL.length());
            Optional<String> one = call(value.substring(at + CALL.length(), end), values);
            if (one.isEmpty() || resolved.length() + one.get().length() > LONGEST) {
                return Optional.empty();
            }
            resolved.append(value, done, at).append(one.get());
            done = Math.min(end + 1, value.length());
        }
        return Optional.of(resolved.append(value.substring(done)).toString());
    }

    /** What stands between the brackets of {@code var(--name, fallback)}. */
    private static Optional<String> call(String inside, Function<String, Optional<String>> values) {
        int comma = inside.indexOf(',');
        Optional<String> value = values.apply((comma < 0 ? inside : inside.substring(0, comma)).strip());
        return value.isPresent() || comma < 0
                ? value
                : resolve(inside.substring(comma + 1).strip(), values);
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

    /** One element's properties, which may use each other in any order; those that go in a circle have no value. */
    private static final class Settling {
        private final Map<String, String> declared;
        private final Variables outer;
        private final Map<String, Optional<String>> settled = new HashMap<>();
        private final Set<String> begun = new HashSet<>();

        Settling(Map<String, String> declared, Variables outer) {
            this.declared = declared;
            this.outer = outer;
        }

        Map<String, String> all() {
            Map<String, String> all = new HashMap<>();
            declared.keySet().forEach(name -> value(name).ifPresent(value -> all.put(name, value)));
            return Map.copyOf(all);
        }

        private Optional<String> value(String name) {
            if (!declared.containsKey(name)) {
                return outer.value(name);
            }
            if (begun.add(name)) {
                settled.put(name, resolve(declared.get(name), this::value));
            }
            return settled.getOrDefault(name, Optional.empty());
        }
    }
}
