package io.leadloop.app.cli;

import io.leadloop.app.control.CommandRunner;
import io.leadloop.app.serve.Serving;
import java.util.Optional;
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
            InstallCommand.class,
            UninstallCommand.class,
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
            KeysCommand.class,
            VersionCommand.class,
            WarmUpCommand.class
        })
public final class Commands {

    private final Optional<Serving> serving;

    Commands(Optional<Serving> serving) {
        this.serving = serving;
    }

    /** For one execution. */
    public static CommandLine commandLine() {
        return commandLine(Optional.empty()).setExecutionStrategy(new Beside());
    }

    /** Runs what other processes of this machine hand over to the one that serves. */
    public static CommandRunner runner(Serving serving) {
        return new ServedCommands(serving);
    }

    /** For one execution within a process that serves. */
    static CommandLine served(Serving serving) {
        return commandLine(Optional.of(serving));
    }

    Optional<Serving> serving() {
        return serving;
    }

    private static CommandLine commandLine(Optional<Serving> serving) {
        return new CommandLine(new Commands(serving))
                .setExecutionExceptionHandler(new Complaints())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
