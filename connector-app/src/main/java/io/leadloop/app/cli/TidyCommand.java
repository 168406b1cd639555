package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.PassClock;
import io.leadloop.app.retention.Tidying;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "tidy",
        description =
                "Deletes settled writes, decided questions and known requests that are older than 'retention' says; 'serve' does"
                        + " so once a day.",
        mixinStandardHelpOptions = true)
final class TidyCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (OpenStore opened = common.open(configuration)) {
            Tidying.Report report =
                    new Tidying(opened, configuration.retention(), new PassClock(configuration.clock())).now();
            common.say("Deleted " + report.entries() + " settled writes, " + report.reviews()
                    + " decided questions and " + report.receipts() + " known requests.");
            common.show(report);
            return ExitCode.OK;
        }
    }
}
