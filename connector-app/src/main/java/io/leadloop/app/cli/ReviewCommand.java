package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.RecordRef;
import io.leadloop.language.Words;
import io.leadloop.pipeline.Orders;
import io.leadloop.review.ReviewItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "review",
        description = "What only a person can choose.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list | decide")
final class ReviewCommand {

    @Command(name = "list", description = "Prints the open questions, oldest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Common options) {
        try (OpenStore opened = options.open(options.configuration())) {
            List<ReviewItem> items = opened.store().open();
            items.forEach(item -> {
                options.say(
                        item.id() + "  " + Words.of(item.kind()) + (item.field().isEmpty() ? "" : "  " + item.field()));
                options.say("    " + item.question());
                options.say("    "
                        + String.join(
                                ", ",
                                item.records().stream().map(RecordRef::toString).toList()) + "; choices: "
                        + String.join(", ", item.choices()));
            });
            options.say(
                    items.isEmpty()
                            ? "Nothing to review."
                            : items.size() + " to review; 'leadloop review decide ID CHOICE'");
            options.show(
                    Map.of("items", items.stream().map(ReviewCommand::document).toList()));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "decide",
            description = "Answers a question; the next pass carries it out.",
            mixinStandardHelpOptions = true)
    int decide(
            @Mixin Common options,
            @Parameters(paramLabel = "ID", description = "As 'review list' prints it.") String id,
            @Parameters(paramLabel = "CHOICE", description = "One of its choices.") String choice) {
        Configuration configuration = options.configuration();
        try (OpenStore opened = options.open(configuration);
                Engine engine = Engine.of(configuration, opened)) {
            ReviewItem item = opened.store()
                    .item(id)
                    .orElseThrow(() -> Complaint.input(
                            "There is no question '" + id + "'", "review decide", "Run 'leadloop review list'"));
            if (!item.choices().contains(choice)) {
                throw Complaint.input(
                        "'" + choice + "' is no choice here", id, "Choose one of " + String.join(", ", item.choices()));
            }
            new Orders(engine.setup(), opened.store(), engine.clock()).decide(id, choice);
            options.say("Decided " + id + ": " + choice + ". The next pass carries it out.");
            options.show(Map.of("id", id, "decision", choice));
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> document(ReviewItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", item.id());
        document.put("kind", Words.of(item.kind()));
        document.put("aggregate", item.aggregate().map(AggregateId::toString).orElse(""));
        document.put("records", item.records().stream().map(RecordRef::toString).toList());
        document.put("field", item.field());
        document.put("question", item.question());
        document.put("choices", item.choices());
        document.put("openedAt", item.openedAt().toString());
        return document;
    }
}
