package io.leadloop.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
        name = "leadloop",
        description = "Keeps lead status, rejection reasons and attribution true in HubSpot and Salesforce.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nAlso:%n",
        footer = {
            "  leadloop demo          runs the whole loop against simulators on this machine",
            "  leadloop simulators    starts the simulators alone"
        },
        subcommands = {
            InitCommand.class,
            DoctorCommand.class,
            SyncCommand.class,
            ServeCommand.class,
            GoLiveCommand.class,
            PauseCommand.class,
            StatusCommand.class,
            ExplainCommand.class,
            RestoreCommand.class,
            ErrorsCommand.class,
            MappingCommand.class,
            ReconcileCommand.class,
            ReviewCommand.class,
            BackupCommand.class,
            TidyCommand.class,
            EraseCommand.class,
            ServiceCommand.class,
            SupportBundleCommand.class,
            VersionCommand.class,
            WarmUpCommand.class
        })
public final class Commands {

    Commands() {}

    /** For one execution. */
    public static CommandLine commandLine() {
        return new CommandLine(new Commands())
                .setExecutionExceptionHandler(new Complaints())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
