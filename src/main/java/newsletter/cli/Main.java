package newsletter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import newsletter.finding.Failure;
import newsletter.finding.Suggestion;
import newsletter.web.Network;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point. */
public final class Main {
    static {
        // picocli would look for the classes of java.sql and java.time that it could read from a command line.
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    }

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.in,
                InstantSource.system(),
                Network::ofTheMachine);
        int status = run(surroundings, arguments).status();
        surroundings.out().flush();
        surroundings.err().flush();
        System.exit(status);
    }

    /** UTF-8 whatever the locale: the content is. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Runs a command in the surroundings given, and nothing else; never throws. */
    public static ExitCode run(Surroundings surroundings, String... arguments) {
        Settings settings = new Settings();
        CommandLine command = new CommandLine(new RootCommand(settings).spec())
                .addSubcommand(new BuildCommand(surroundings, settings).spec())
                .addSubcommand(new CheckCommand(surroundings, settings).spec())
                .addSubcommand(new PreviewCommand(surroundings, settings).spec())
                .addSubcommand(new SendCommand(surroundings, settings).spec())
                .addSubcommand(new DeliveriesCommand(surroundings, settings).spec());
        command.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Main::path)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(
                        (problem, ignored) -> reportUsage(problem, surroundings).status());
        command.setExecutionExceptionHandler((problem, line, result) ->
                reportFailure(problem, settings, surroundings).status());
        try {
            return exitCode(command.execute(arguments));
        } catch (StackOverflowError | OutOfMemoryError e) {
            return reportFailure(e, settings, surroundings);
        }
    }

    private static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + written
                    + "' cannot name a file under this locale: start the tool by its launcher, or set LC_ALL=C.UTF-8");
        }
    }

    private static ExitCode exitCode(int status) {
        for (ExitCode code : ExitCode.values()) {
            if (code.status() == status) {
                return code;
            }
        }
        return ExitCode.BUG;
    }

    /** What is wrong with the command line, what was meant, and how it goes. */
    private static ExitCode reportUsage(ParameterException problem, Surroundings surroundings) {
        CommandLine command = problem.getCommandLine();
        surroundings.err().println("newsletter: " + decapitalized(String.valueOf(problem.getMessage())));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            Suggestion.nearest(word, command.getSubcommands().keySet())
                    .or(() -> Suggestion.nearest(
                            word, command.getCommandSpec().optionsMap().keySet()))
                    .ifPresent(near -> surroundings.err().println("did you mean '" + near + "'?"));
        }
        surroundings.err().println("'" + command.getCommandSpec().qualifiedName() + " --help' says how it goes");
        return ExitCode.USAGE;
    }

    private static String decapitalized(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static ExitCode reportFailure(Throwable problem, Settings settings, Surroundings surroundings) {
        boolean traces = settings.showsTraces();
        if (traces) {
            problem.printStackTrace(surroundings.err());
        }
        if (problem instanceof Failure) {
            surroundings.err().println("newsletter: " + problem.getMessage());
            return ExitCode.SURROUNDINGS;
        }
        surroundings
                .err()
                .println("newsletter: this is a bug in newsletter, not a mistake of yours; nothing was written");
        surroundings.err().println("please report it with what 'newsletter -vv …' prints" + (traces ? " above" : ""));
        return ExitCode.BUG;
    }
}
