package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.explain.PersonSearch;
import io.leadloop.app.retention.Erasure;
import io.leadloop.canonical.AggregateId;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        description =
                "Empties all that the store holds of a person and keeps ids, times and codes. Delete the person in"
                        + " both systems first: what stands there is read again.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "PERSON", description = "A mail address, hubspot:ID, salesforce:ID, or our own id.")
    private String person = "";

    @Option(names = "--yes", description = "There is no way back, so this must be said.")
    private boolean sure;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (OpenStore opened = common.open(configuration)) {
            List<AggregateId> found = new PersonSearch(configuration, opened.store())
                    .find(person).stream().map(AggregateState::id).toList();
            if (found.size() != 1) {
                throw Complaint.input(
                        found.size() + " people are known by that",
                        "erase",
                        "Write a mail address, hubspot:ID or salesforce:ID of one person");
            }
            if (!sure) {
                throw Complaint.held(
                        "What is erased cannot be brought back", found.get(0).value(), "Add --yes");
            }
            Erasure.Report report = new Erasure(opened).erase(found.get(0), Instant.now());
            if (report.onTheWay() > 0) {
                throw Complaint.held(
                        report.onTheWay() + " writes of this person are on their way",
                        found.get(0).value(),
                        "Run 'leadloop sync --once', then erase");
            }
            common.say("Erased " + found.get(0).value() + ": " + report.people().size() + " person documents, "
                    + report.entries() + " writes, " + report.reviews() + " questions, " + report.messages()
                    + " undelivered webhooks. Older backups still hold them.");
            common.show(Map.of(
                    "people",
                    report.people().stream().map(AggregateId::value).toList(),
                    "entries",
                    report.entries(),
                    "reviews",
                    report.reviews(),
                    "messages",
                    report.messages()));
            return ExitCode.OK;
        }
    }
}
