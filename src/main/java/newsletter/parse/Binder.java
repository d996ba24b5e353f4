package newsletter.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;

/**
 * Reads a group of YAML keys one by one and reports what does not fit. Whoever binds a group asks for each key that it knows
 * and then calls {@link #rejectOthers()}, which reports the keys nobody asked for.
 *
 * <pre>{@code
 * Binder binder = new Binder(mapping, "a section", findings);
 * Optional<Yaml.Scalar> heading = binder.required("heading");
 * Optional<Yaml.Sequence> entries = binder.list("entries");
 * binder.rejectOthers();
 * }</pre>
 */
public final class Binder {
    private final Yaml.Mapping mapping;
    private final String what;
    private final Findings findings;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /** @param what what the keys describe, with its article: {@code "a section"} */
    public Binder(Yaml.Mapping mapping, String what, Findings findings) {
        this.mapping = mapping;
        this.what = what;
        this.findings = findings;
    }

    /** Where the group begins. */
    public Location at() {
        return mapping.at();
    }

    /** Whether the key is there with something in it. */
    public boolean has(String key) {
        return any(key).isPresent();
    }

    /** The value of a key whatever its kind; empty when there is none, or nothing was written after the colon. */
    public Optional<Yaml> any(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.members().get(key))
                .map(Yaml.Member::value)
                .filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.isEmpty()));
    }

    /** Whether an empty text was written on purpose, in quotes. */
    public boolean isEmptyText(String key) {
        Yaml.Member member = mapping.members().get(key);
        return member != null && member.value() instanceof Yaml.Scalar scalar && scalar.quoted() && scalar.isEmpty();
    }

    /** A single value. */
    public Optional<Yaml.Scalar> scalar(String key) {
        return any(key).flatMap(value -> as(key, value, Yaml.Scalar.class, "a single value", "write '" + key + ": …'"));
    }

    /** A single value that must be there. */
    public Optional<Yaml.Scalar> required(String key) {
        if (!has(key)) {
            reportMissing(key);
        }
        return scalar(key);
    }

    /** Notes that a key is missing; {@link #rejectOthers()} reports it, unless it is there with a slip in its name. */
    public void reportMissing(String key) {
        known.add(key);
        missing.add(key);
    }

    private void report(String key) {
        Yaml.Member empty = mapping.members().get(key);
        if (empty != null) {
            String message = "'" + key + "' is empty, and " + what + " needs it";
            findings.add(Code.MISSING_FIELD, empty.keyAt(), message, "write a value after '" + key + ":'");
        } else {
            findings.add(Code.MISSING_FIELD, at(), what + " needs '" + key + "'", "add a line '" + key + ": …'");
        }
    }

    /** A group of keys. */
    public Optional<Yaml.Mapping> group(String key) {
        return any(key).flatMap(value ->
                as(key, value, Yaml.Mapping.class, "a group of keys", "write the keys below it, indented"));
    }

    /** A list; a single value is taken for a list of one. */
    public List<Yaml> list(String key) {
        return any(key).map(value -> value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value))
                .orElse(List.of());
    }

    /** A list of single values. */
    public List<Yaml.Scalar> scalars(String key) {
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml item : list(key)) {
            as(key, item, Yaml.Scalar.class, "a list of single values", "write '" + key + ": [one, two]'")
                    .ifPresent(scalars::add);
        }
        return scalars;
    }

    /** Reads and forgets a key that belongs to another command. */
    public void skip(String key) {
        known.add(key);
    }

    /** Reports every key that nobody asked for, and those that are missing. */
    public void rejectOthers() {
        mapping.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                String message = what + " has no key '" + key + "'";
                findings.add(Code.UNKNOWN_KEY, member.keyAt(), message, Suggestion.hint(key, known, "its keys"));
                Suggestion.meant(key, known).ifPresent(missing::remove);
            }
        });
        missing.forEach(this::report);
    }

    private <T extends Yaml> Optional<T> as(String key, Yaml value, Class<T> kind, String wanted, String hint) {
        if (kind.isInstance(value)) {
            return Optional.of(kind.cast(value));
        }
        String message = "'" + key + "' must be " + wanted + ", not " + value.describe();
        findings.add(Code.WRONG_KIND, value.at(), message, hint);
        return Optional.empty();
    }
}
