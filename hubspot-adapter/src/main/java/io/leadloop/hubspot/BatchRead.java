package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads rows by id or by a unique property: 100 a call, 50 with history. Ids that are not found are left out. */
record BatchRead(HubSpotClient client, HubSpotObject object) {

    private static final int PLAIN = 100;
    private static final int WITH_HISTORY = 50;

    List<JsonNode> byId(Collection<String> properties, Collection<String> history, Collection<String> ids) {
        return read(properties, history, "", ids, false);
    }

    List<JsonNode> byKey(Collection<String> properties, String key, Collection<String> values) {
        return read(properties, List.of(), key, values, false);
    }

    /** Those of the ids that are in the recycle bin. */
    List<JsonNode> archived(Collection<String> properties, Collection<String> ids) {
        return read(properties, List.of(), "", ids, true);
    }

    private List<JsonNode> read(
            Collection<String> properties,
            Collection<String> history,
            String key,
            Collection<String> values,
            boolean archived) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(values));
        int size = history.isEmpty() ? PLAIN : WITH_HISTORY;
        List<JsonNode> rows = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += size) {
            List<String> chunk = distinct.subList(start, Math.min(start + size, distinct.size()));
            ObjectNode body = Json.object();
            body.set("properties", Json.array(properties));
            body.set("propertiesWithHistory", Json.array(history));
            if (!key.isEmpty()) {
                body.put("idProperty", key);
            }
            body.set(
                    "inputs",
                    Json.nodes(chunk.stream().map(value -> Json.object().put("id", value))));
            Call call = Call.read(Paths.objects(object) + "/batch/read", body);
            collect(client.send(archived ? call.with("archived", "true") : call), rows);
        }
        return rows;
    }

    private static void collect(Answer answer, List<JsonNode> rows) {
        if (answer.refusal().isPresent()) {
            requireMissing(answer.refusal().get());
        }
        answer.body().path("results").forEach(rows::add);
        answer.body().path("errors").forEach(error -> requireMissing(VendorError.ofRow(error)));
    }

    private static void requireMissing(VendorError error) {
        if (!error.says("OBJECT_NOT_FOUND")) {
            throw new CallFailed(ErrorTable.failure(error, false));
        }
    }
}
