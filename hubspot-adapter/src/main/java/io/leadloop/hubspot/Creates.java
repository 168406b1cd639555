package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates records, never by upsert, which would overwrite. Where HubSpot says that the record exists, it is looked up by
 * its key and taken as it is; if no record has the key, another one holds the address, and that is a conflict.
 */
record Creates(HubSpotClient client, ConnectionId connection) {

    List<WriteOutcome> write(List<WriteRequest.Create> batch) {
        Rows rows = new Rows(
                connection,
                HubSpotObject.of(batch.get(0).type()),
                Projection.of(batch.get(0).type(), List.of()));
        Outcomes outcomes = new Outcomes(batch.size());
        Map<String, Integer> firsts = new HashMap<>();
        List<BatchRow> inputs = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (firsts.putIfAbsent(fold(batch.get(i).key()), i) == null) {
                inputs.add(row(i, batch.get(i)));
            }
        }
        FieldName key = batch.get(0).keyField();
        new BatchWrite(
                        client,
                        Paths.objects(rows.object()) + "/batch/create",
                        result -> fold(Json.text(result.path("properties"), key.value())),
                        result -> applied(rows, result, false),
                        outcomes)
                .send(inputs, HubSpotWriter.SIZE);
        adopt(rows, key, batch, outcomes);
        repeat(batch, firsts, outcomes);
        return outcomes.inOrder();
    }

    private void adopt(Rows rows, FieldName key, List<WriteRequest.Create> batch, Outcomes outcomes) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof WriteOutcome.Rejected rejected
                    && rejected.failure().kind() == FailureKind.CONFLICT) {
                taken.put(fold(batch.get(i).key()), i);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        List<String> names = List.of(key.value(), rows.object().modified());
        List<String> keys = taken.values().stream().map(i -> batch.get(i).key()).toList();
        try {
            for (JsonNode row : new BatchRead(client, rows.object()).byKey(names, key.value(), keys)) {
                Integer index = taken.get(fold(Json.text(row.path("properties"), key.value())));
                if (index != null) {
                    outcomes.set(index, applied(rows, row, true));
                }
            }
        } catch (CallFailed e) {
            taken.values().forEach(index -> outcomes.set(index, new WriteOutcome.Rejected(e.failure())));
        }
    }

    private static void repeat(List<WriteRequest.Create> batch, Map<String, Integer> firsts, Outcomes outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            int first = firsts.getOrDefault(fold(batch.get(i).key()), i);
            WriteOutcome outcome = outcomes.get(first);
            if (first != i && outcome != null) {
                outcomes.set(
                        i,
                        outcome instanceof WriteOutcome.Applied applied
                                ? new WriteOutcome.Applied(applied.ref(), applied.version(), true)
                                : outcome);
            }
        }
    }

    private static BatchRow row(int index, WriteRequest.Create create) {
        ObjectNode properties = properties(create.fields());
        properties.put(create.keyField().value(), create.key());
        ObjectNode input = Json.object();
        input.set("properties", properties);
        input.set("associations", Json.array(List.of()));
        return BatchRow.of(index, input, fold(create.key()));
    }

    static ObjectNode properties(Map<FieldName, FieldValue> fields) {
        ObjectNode properties = Json.object();
        fields.forEach((field, value) -> properties.put(field.value(), value.text()));
        return properties;
    }

    static WriteOutcome applied(Rows rows, JsonNode row, boolean adopted) {
        long modified = rows.modified(row);
        Optional<RecordVersion> version = modified == 0 ? Optional.empty() : Optional.of(new RecordVersion(modified));
        return new WriteOutcome.Applied(rows.ref(Rows.id(row)), version, adopted);
    }

    private static String fold(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
