package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Association;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the ties of records to other types, 1,000 records a call; a batch read of records never returns them. */
record AssociationRead(HubSpotClient client, ConnectionId connection, HubSpotObject from) {

    private static final int SIZE = 1000;

    /** By record id, ordered by target; a record without any is absent. */
    Map<String, List<Association>> of(Collection<String> ids, Collection<ObjectType> types) {
        Map<String, List<Association>> found = new HashMap<>();
        for (ObjectType type : types) {
            HubSpotObject to = HubSpotObject.of(type);
            List<ObjectNode> inputs =
                    ids.stream().map(id -> Json.object().put("id", id)).toList();
            while (!inputs.isEmpty()) {
                List<ObjectNode> chunk = inputs.subList(0, Math.min(SIZE, inputs.size()));
                List<ObjectNode> rest = new ArrayList<>(inputs.subList(chunk.size(), inputs.size()));
                rest.addAll(page(to, chunk, found));
                inputs = rest;
            }
        }
        found.values().forEach(ties -> ties.sort(Comparator.comparing(Association::to)));
        return found;
    }

    /** The inputs to ask for again, because these records have more ties than fit. */
    private List<ObjectNode> page(HubSpotObject to, List<ObjectNode> inputs, Map<String, List<Association>> found) {
        ObjectNode body = Json.object();
        body.set("inputs", Json.nodes(inputs.stream()));
        JsonNode answer = client.fetch(Call.read(Paths.associations(from, to) + "/batch/read", body));
        List<ObjectNode> more = new ArrayList<>();
        for (JsonNode result : answer.path("results")) {
            String id = Json.text(result.path("from"), "id");
            for (JsonNode tie : result.path("to")) {
                RecordRef target = new RecordRef(connection, to.type(), Json.text(tie, "toObjectId"));
                found.computeIfAbsent(id, key -> new ArrayList<>()).add(new Association(target, label(tie)));
            }
            String after = Json.text(result.path("paging").path("next"), "after");
            if (!after.isEmpty()) {
                more.add(Json.object().put("id", id).put("after", after));
            }
        }
        return more;
    }

    private static String label(JsonNode tie) {
        String label = "";
        for (JsonNode type : tie.path("associationTypes")) {
            if (AssociationTypes.primary(type.path("typeId").asInt(0))
                    && Json.text(type, "category").equals("HUBSPOT_DEFINED")) {
                return "primary";
            }
            label = label.isEmpty() ? Json.text(type, "label") : label;
        }
        return label;
    }
}
