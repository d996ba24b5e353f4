package newsletter.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Failure;
import newsletter.parse.Passage;
import newsletter.parse.Yaml;

/** Fills {@code ${NAME}} in settings from the environment. */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether a value waits for the environment. */
    static boolean isIn(Yaml.Scalar written) {
        return VARIABLE.matcher(written.text()).find();
    }

    /** Whether a value is one variable and nothing else, so that the file tells nothing of it. */
    static boolean isAll(Yaml.Scalar written) {
        return VARIABLE.matcher(written.text()).matches();
    }

    /**
     * The settings with all that the environment says.
     *
     * @param what whose settings they are, as a message calls it
     * @throws Failure when a variable is missing
     */
    Yaml.Mapping fill(String what, Yaml.Mapping settings) {
        List<String> missing = List.copyOf(new TreeSet<>(settings.scalars()
                .flatMap(scalar -> VARIABLE.matcher(scalar.text()).results())
                .map(variable -> variable.group(1))
                .filter(name -> value(name).isEmpty())
                .toList()));
        if (!missing.isEmpty()) {
            throw new Failure(what + " in " + Workspace.SETTINGS + " needs the variable"
                    + (missing.size() == 1 ? " " : "s ") + String.join(", ", missing)
                    + ": set it where you send, as with 'export " + missing.get(0) + "=…'");
        }
        return (Yaml.Mapping) filled(settings);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private Yaml filled(Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            Map<String, Yaml.Member> members = new LinkedHashMap<>();
            mapping.members()
                    .forEach(
                            (key, member) -> members.put(key, new Yaml.Member(member.keyAt(), filled(member.value()))));
            return new Yaml.Mapping(members, mapping.at());
        }
        if (value instanceof Yaml.Sequence sequence) {
            return new Yaml.Sequence(sequence.items().stream().map(this::filled).toList(), sequence.at());
        }
        return value instanceof Yaml.Scalar scalar && isIn(scalar) ? filled(scalar) : value;
    }

    private Yaml.Scalar filled(Yaml.Scalar scalar) {
        String text = VARIABLE.matcher(scalar.text())
                .replaceAll(variable ->
                        Matcher.quoteReplacement(value(variable.group(1)).orElse("")));
        return new Yaml.Scalar(Passage.instead(text, scalar.at()), scalar.quoted());
    }
}
