package newsletter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import newsletter.content.Workspace;
import newsletter.finding.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** What every command can be told. */
@Command(addMethodSubcommands = false)
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

    @Option(
            names = "-C",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "work in DIR instead of the current folder")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "print errors only")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "given twice (-vv), show the stack trace of a failure")
    private boolean[] verbose = new boolean[0];

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "auto, always or never (default: auto, and NO_COLOR is heeded)")
    private Color color = Color.auto;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "text, json, github or junit; csv for deliveries alone (default: text)")
    private Format format = Format.text;

    Format format() {
        return format;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean showsTraces() {
        return verbose.length > 1;
    }

    TextReport report(Surroundings surroundings) {
        return new TextReport(usesColor(surroundings));
    }

    private boolean usesColor(Surroundings surroundings) {
        boolean dumb = surroundings.variable("TERM").filter("dumb"::equals).isPresent();
        boolean refused = surroundings.variable("NO_COLOR").isPresent();
        return color == Color.always || (color == Color.auto && surroundings.isTerminal() && !refused && !dumb);
    }

    /**
     * The newsletter to work on: around the folder given by {@code -C}, around the current one, or else the one that the
     * launcher stands in.
     *
     * @throws ParameterException when there is none
     */
    Workspace workspace(Surroundings surroundings, picocli.CommandLine command) {
        Path start = folder.map(surroundings.folder()::resolve).orElse(surroundings.folder());
        if (!Files.isDirectory(start)) {
            throw new ParameterException(command, String.format(Locale.ROOT, "there is no folder '%s'", start));
        }
        return Workspace.around(start)
                .or(() -> folder.isPresent()
                        ? Optional.empty()
                        : surroundings.home().flatMap(Workspace::around))
                .orElseThrow(() -> new ParameterException(
                        command,
                        "there is no " + Workspace.SETTINGS + " in '" + start
                                + "' or above it: go into a newsletter's folder, or name it with -C DIR"));
    }
}
