package newsletter.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command without a subcommand: only holds what is common to all. Commands are described in plain code, since picocli takes
 * long to read annotations.
 */
final class RootCommand implements Runnable {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
            .name("newsletter")
            .scopeType(ScopeType.INHERIT)
            .versionProvider(RootCommand::version);

    RootCommand(Settings settings) {
        settings.addTo(spec);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Print version information and exit.")
                .build());
        spec.usageMessage()
                .description("An organisation's newsletter from Markdown, YAML and templates, kept in git.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version from the jar's manifest. */
    private static String[] version() {
        String version = RootCommand.class.getPackage().getImplementationVersion();
        return new String[] {"newsletter " + (version == null ? "(not packaged)" : version)};
    }
}
