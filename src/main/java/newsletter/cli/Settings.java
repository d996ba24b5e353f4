package newsletter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import newsletter.content.Workspace;
import newsletter.finding.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What every command can be told. */
final class Settings {
    /** How findings and results are reported. */
    enum Format {
        /** For people. */
        text,
        /** One document for programs. */
        json,
        /** Annotations on a merge request. */
        github,
        /** A test report for CI servers. */
        junit,
        /** A table for spreadsheets, of deliveries alone. */
        csv
    }

    /** When to use colour. */
    enum Color {
        /** On a terminal. */
        auto,
        /** In any case. */
        always,
        /** In no case. */
        never
    }

    private final Option<Optional<Path>> folder =
            Option.of("-C", Path.class, "DIR", "work in DIR instead of the current folder");
    private final Option<Boolean> quiet = Option.flag("-q --quiet", "print errors only");
    private final Option<boolean[]> verbose =
            Option.counted("-v --verbose", "given twice (-vv), show the stack trace of a failure");
    private final Option<Color> color =
            Option.of("--color", Color.auto, "WHEN", "auto, always or never (default: auto, and NO_COLOR is heeded)");
    private final Option<Format> format = Option.of(
            "--format", Format.text, "FORMAT", "text, json, github or junit; csv for deliveries alone (default: text)");

    void addTo(CommandSpec command) {
        Option.add(command, folder, quiet, verbose, color, format);
    }

    Format format() {
        return format.value();
    }

    boolean isQuiet() {
        return quiet.value();
    }

    boolean showsTraces() {
        return verbose.value().length > 1;
    }

    TextReport report(Surroundings surroundings) {
        return new TextReport(usesColor(surroundings));
    }

    private boolean usesColor(Surroundings surroundings) {
        boolean dumb = surroundings.variable("TERM").filter("dumb"::equals).isPresent();
        boolean refused = surroundings.variable("NO_COLOR").isPresent();
        return color.value() == Color.always
                || (color.value() == Color.auto && surroundings.isTerminal() && !refused && !dumb);
    }

    /**
     * The newsletter to work on: around the folder given by {@code -C}, around the current one, or else the one that the
     * launcher stands in.
     *
     * @throws ParameterException when there is none
     */
    Workspace workspace(Surroundings surroundings, picocli.CommandLine command) {
        Path start = folder.value().map(surroundings.folder()::resolve).orElse(surroundings.folder());
        if (!Files.isDirectory(start)) {
            throw new ParameterException(command, String.format(Locale.ROOT, "there is no folder '%s'", start));
        }
        return Workspace.around(start)
                .or(() -> folder.value().isPresent()
                        ? Optional.empty()
                        : surroundings.home().flatMap(Workspace::around))
                .orElseThrow(() -> new ParameterException(
                        command,
                        "there is no " + Workspace.SETTINGS + " in '" + start
                                + "' or above it: go into a newsletter's folder, or name it with -C DIR"));
    }
}
