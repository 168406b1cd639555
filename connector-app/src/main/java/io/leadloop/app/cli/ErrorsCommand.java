package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.failure.Failure;
import io.leadloop.ledger.Entry;
import io.leadloop.pipeline.Orders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "errors",
        description = "Writes that a vendor refused, or that wait for something.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list | retry | ignore")
final class ErrorsCommand {

    private static final int MOST = 200;

    @Command(name = "list", description = "Prints them, oldest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Common options) {
        try (OpenStore opened = options.open(options.configuration())) {
            List<Entry> parked = opened.store().parked(MOST);
            for (Entry entry : parked) {
                options.say(entry.id() + "  " + entry.state().name().toLowerCase(java.util.Locale.ROOT) + "  "
                        + entry.slot() + "  " + entry.aggregate().value());
                entry.failure().ifPresent(failure -> options.say("    " + failure.code() + ": " + failure.detail()));
            }
            options.say(parked.isEmpty() ? "No errors." : "'leadloop errors retry ID' tries again");
            options.show(
                    Map.of("items", parked.stream().map(ErrorsCommand::document).toList()));
            return ExitCode.OK;
        }
    }

    @Command(name = "retry", description = "Tries one again in the next pass.", mixinStandardHelpOptions = true)
    int retry(@Mixin Common options, @Parameters(paramLabel = "ID") String id) {
        return order(options, id, "retry", Orders::retry);
    }

    @Command(
            name = "ignore",
            description = "Gives one up; a later change plans a new one.",
            mixinStandardHelpOptions = true)
    int ignore(@Mixin Common options, @Parameters(paramLabel = "ID") String id) {
        return order(options, id, "ignore", Orders::ignore);
    }

    private static int order(Common options, String id, String verb, BiPredicate<Orders, String> order) {
        Configuration configuration = options.configuration();
        try (OpenStore opened = options.open(configuration);
                Engine engine = Engine.of(configuration, opened)) {
            if (!order.test(new Orders(engine.setup(), opened.store(), engine.clock()), id)) {
                throw Complaint.input(
                        "There is no waiting write '" + id + "'", "errors " + verb, "Run 'leadloop errors list'");
            }
            options.say("Done: " + verb + " " + id);
            options.show(Map.of("id", id, "done", verb));
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> document(Entry entry) {
        Optional<Failure> failure = entry.failure();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", entry.id());
        document.put("state", entry.state().name());
        document.put("aggregate", entry.aggregate().toString());
        document.put("record", entry.ref().map(Object::toString).orElse(""));
        document.put("code", failure.map(Failure::code).orElse(""));
        document.put("detail", failure.map(Failure::detail).orElse(""));
        document.put("tries", entry.tries());
        return document;
    }
}
