package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Projection;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Updates records by id. HubSpot has no conditional write: rows that expect a version are read again right before, and
 * whoever writes in between those two calls is overwritten. {@code lifecyclestage} only moves forward: HubSpot answers a
 * step back as if it were done and leaves the value, so whoever writes it reads it back.
 */
record Updates(HubSpotClient client, ConnectionId connection) {

    List<WriteOutcome> write(List<WriteRequest.Update> batch) {
        Rows rows = new Rows(
                connection,
                HubSpotObject.of(batch.get(0).type()),
                Projection.of(batch.get(0).type(), List.of()));
        Outcomes outcomes = new Outcomes(batch.size());
        checkVersions(rows, batch, outcomes);
        BatchWrite write = new BatchWrite(
                client,
                Paths.objects(rows.object()) + "/batch/update",
                Rows::id,
                result -> Creates.applied(rows, result, false),
                outcomes);
        rounds(batch, outcomes).forEach(round -> write.send(round, HubSpotWriter.SIZE));
        return outcomes.inOrder();
    }

    private void checkVersions(Rows rows, List<WriteRequest.Update> batch, Outcomes outcomes) {
        List<String> expecting = batch.stream()
                .filter(update -> update.expected().isPresent())
                .map(update -> update.ref().id())
                .toList();
        if (expecting.isEmpty()) {
            return;
        }
        Map<String, Long> current = new HashMap<>();
        for (JsonNode row :
                new BatchRead(client, rows.object()).byId(List.of(rows.object().modified()), List.of(), expecting)) {
            current.put(Rows.id(row), rows.modified(row));
        }
        for (int i = 0; i < batch.size(); i++) {
            WriteRequest.Update update = batch.get(i);
            if (update.expected().isPresent()) {
                refusal(update, Optional.ofNullable(current.get(update.ref().id())))
                        .ifPresent(at(i, outcomes));
            }
        }
    }

    private static java.util.function.Consumer<Failure> at(int index, Outcomes outcomes) {
        return failure -> outcomes.set(index, new WriteOutcome.Rejected(failure));
    }

    private static Optional<Failure> refusal(WriteRequest.Update update, Optional<Long> current) {
        if (current.isEmpty()) {
            return Optional.of(
                    Failure.of(FailureKind.NOT_FOUND, "OBJECT_NOT_FOUND", update.ref() + " is not there any more"));
        }
        boolean moved = update.expected().isPresent()
                && current.get() > update.expected().get().value();
        return moved
                ? Optional.of(Failure.of(FailureKind.CONFLICT, "MOVED", update.ref() + " has changed meanwhile"))
                : Optional.empty();
    }

    /** HubSpot refuses a batch that names a record twice, so a second row of one record goes in a later call. */
    private static List<List<BatchRow>> rounds(List<WriteRequest.Update> batch, Outcomes outcomes) {
        List<List<BatchRow>> rounds = new ArrayList<>();
        List<Set<RecordRef>> taken = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) != null) {
                continue;
            }
            int round = 0;
            while (round < taken.size()
                    && taken.get(round).contains(batch.get(i).ref())) {
                round++;
            }
            if (round == taken.size()) {
                taken.add(new HashSet<>());
                rounds.add(new ArrayList<>());
            }
            taken.get(round).add(batch.get(i).ref());
            rounds.get(round).add(row(i, batch.get(i)));
        }
        return rounds;
    }

    private static BatchRow row(int index, WriteRequest.Update update) {
        ObjectNode input = Json.object().put("id", update.ref().id());
        input.set("properties", Creates.properties(update.fields()));
        return BatchRow.of(index, input, update.ref().id());
    }
}
