package io.leadloop.app.cli;

import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.Standings;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Counts people by where they stand, writes by state, and what waits for a person.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        try (OpenStore opened = common.open(common.configuration())) {
            Standings standings = Standings.of(opened);
            common.say("run state   " + standings.runState());
            common.say("people      " + standings.people() + ": meet the MQL definition "
                    + standings.qualified().getOrDefault("TRUE", 0L) + ", do not "
                    + standings.qualified().getOrDefault("FALSE", 0L) + ", unknown "
                    + standings.qualified().getOrDefault("UNKNOWN", 0L));
            common.say("leads       " + list(standings.journeys()));
            common.say("writes      " + list(standings.entries()));
            common.say("to review   " + standings.review());
            if (!standings.mappingsWaiting().isEmpty()) {
                common.say("to apply    " + String.join(", ", standings.mappingsWaiting())
                        + "; 'leadloop mapping apply NAME --dry-run' counts");
            }
            common.show(standings);
            return ExitCode.OK;
        }
    }

    private static String list(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
