package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.policy.RunState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "go-live",
        description = "Lets writes leave from the next pass on.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadloop go-live                      with the ceilings of leadloop.yaml",
            "  leadloop go-live --max-creates 25     at most 25 new leads in the next run that creates any"
        })
final class GoLiveCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Option(names = "--max-creates", paramLabel = "N", description = "Ceiling of new records for each run.")
    private int creates = -1;

    @Option(names = "--max-updates", paramLabel = "N", description = "Ceiling of changed records for each run.")
    private int updates = -1;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (OpenStore opened = common.open(configuration)) {
            opened.ceilings(creates, updates);
            opened.order(RunState.LIVE);
            var ceilings = opened.ceilings();
            common.say(String.format(
                    "Live from the next pass on; a run with more than %,d new or %,d changed records is held.",
                    ceilings.createsPerRun(), ceilings.updatesPerRun()));
            common.show(Map.of(
                    "runState",
                    RunState.LIVE.word(),
                    "maxCreates",
                    ceilings.createsPerRun(),
                    "maxUpdates",
                    ceilings.updatesPerRun()));
            return ExitCode.OK;
        }
    }
}
