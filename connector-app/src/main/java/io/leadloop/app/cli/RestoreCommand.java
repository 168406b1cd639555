package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.pipeline.Orders;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Brings a lost value back, as a new change; the next pass writes it.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "ID", description = "As 'leadloop explain' prints it.")
    private String id = "";

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (OpenStore opened = common.open(configuration);
                Engine engine = Engine.of(configuration, opened)) {
            String person = new Orders(engine.setup(), opened.store(), engine.clock())
                    .restore(id)
                    .orElseThrow(() -> Complaint.input(
                            "There is no lost value '" + id + "'", "restore", "Run 'leadloop explain PERSON'"))
                    .value();
            common.say("Restored " + id + ". The next pass writes it.");
            common.show(Map.of("id", id, "person", person));
            return ExitCode.OK;
        }
    }
}
