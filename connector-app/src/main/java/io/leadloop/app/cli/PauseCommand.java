package io.leadloop.app.cli;

import io.leadloop.app.engine.OpenStore;
import io.leadloop.policy.RunState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pause",
        description = "Stops all writes; reading and planning go on, nothing is lost.",
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        try (OpenStore opened = common.open(common.configuration())) {
            opened.order(RunState.PAUSED);
            common.say("Paused. 'leadloop go-live' lets writes leave again.");
            common.show(Map.of("runState", RunState.PAUSED.word()));
            return ExitCode.OK;
        }
    }
}
