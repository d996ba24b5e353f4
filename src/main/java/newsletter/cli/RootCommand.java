package newsletter.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: only holds what is common to all. */
@Command(
        name = "newsletter",
        addMethodSubcommands = false,
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        description = "An organisation's newsletter from Markdown, YAML and templates, kept in git.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class RootCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs.
    private Settings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Settings settings() {
        return settings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"newsletter " + (version == null ? "(not packaged)" : version)};
        }
    }
}
