package newsletter.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * An option of a command and of those below it, with what was given for it.
 *
 * @param <T> what it is read as
 */
final class Option<T> {
    private final OptionSpec spec;

    private Option(OptionSpec.Builder builder, T usual, String description) {
        this.spec = builder.initialValue(usual)
                .description(description)
                .scopeType(ScopeType.INHERIT)
                .build();
    }

    /** One that is there or not. Its names are separated by spaces, as in {@code -q --quiet}. */
    static Option<Boolean> flag(String names, String description) {
        return new Option<>(builder(names, boolean.class), false, description);
    }

    /** One that counts each time that it is there: as many values as that. */
    static Option<boolean[]> counted(String names, String description) {
        return new Option<>(builder(names, boolean[].class).arity("0"), new boolean[0], description);
    }

    /**
     * One with a value.
     *
     * @param usual the value when it is left out
     */
    static <T> Option<T> of(String names, T usual, String label, String description) {
        return new Option<>(builder(names, usual.getClass()).paramLabel(label), usual, description);
    }

    /** One with a value that has none when it is left out. */
    static <T> Option<Optional<T>> of(String names, Class<T> type, String label, String description) {
        OptionSpec.Builder builder = builder(names, Optional.class).auxiliaryTypes(type);
        return new Option<>(builder.paramLabel(label), Optional.empty(), description);
    }

    private static OptionSpec.Builder builder(String names, Class<?> type) {
        return OptionSpec.builder(names.split(" ", -1)).type(type);
    }

    /** Lets a command be given these. */
    static void add(CommandSpec command, Option<?>... options) {
        for (Option<?> option : options) {
            command.addOption(option.spec);
        }
    }

    /** What was given, once the command line was read. */
    T value() {
        return spec.getValue();
    }
}
