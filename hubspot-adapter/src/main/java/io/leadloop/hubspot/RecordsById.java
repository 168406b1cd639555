package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.spi.Association;
import io.leadloop.spi.Projection;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads records by id and finds out what became of those that a batch does not return: one more batch tells the deleted
 * ones, and a single read of each of the rest tells a merge, because HubSpot then answers with another id.
 */
final class RecordsById {

    private final HubSpotClient client;
    private final ConnectionId connection;
    private final boolean fieldTimes;

    RecordsById(HubSpotClient client, ConnectionId connection, boolean fieldTimes) {
        this.client = client;
        this.connection = connection;
        this.fieldTimes = fieldTimes;
    }

    Rows rows(Projection what) {
        return new Rows(connection, HubSpotObject.of(what.type()), what);
    }

    boolean fieldTimes() {
        return fieldTimes;
    }

    /** Retired ones included, unknown ones left out. */
    List<VendorRecord> read(Projection what, Collection<String> ids) {
        Rows rows = rows(what);
        List<String> possible = ids.stream().filter(RecordsById::isId).toList();
        List<JsonNode> live = live(rows, possible);
        List<VendorRecord> records = new ArrayList<>(records(rows, live));
        records.addAll(missing(rows, without(possible, live)));
        return records;
    }

    /** The rows as they are, without an account of what is missing. */
    List<JsonNode> live(Rows rows, Collection<String> ids) {
        return new BatchRead(client, rows.object()).byId(rows.names(), fieldTimes ? rows.wanted() : List.of(), ids);
    }

    List<VendorRecord> records(Rows rows, List<JsonNode> live) {
        Map<String, List<Association>> ties = live.isEmpty()
                ? Map.of()
                : new AssociationRead(client, connection, rows.object())
                        .of(live.stream().map(Rows::id).toList(), rows.what().associations());
        return live.stream()
                .map(row -> rows.live(row, ties.getOrDefault(Rows.id(row), List.of())))
                .toList();
    }

    List<VendorRecord> missing(Rows rows, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<VendorRecord> found = new ArrayList<>();
        List<JsonNode> archived = new BatchRead(client, rows.object())
                .archived(List.of(rows.object().modified()), ids);
        archived.forEach(row -> found.add(deleted(rows, row)));
        for (String id : without(ids, archived)) {
            Answer answer = client.send(Call.get(Paths.objects(rows.object()) + "/" + Paths.encoded(id))
                    .with("properties", String.join(",", rows.names())));
            if (answer.refusal().isPresent()) {
                continue;
            }
            JsonNode row = answer.body();
            boolean same = Rows.id(row).equals(id);
            found.addAll(same ? records(rows, List.of(row)) : List.of(merged(rows, id, row)));
        }
        return found;
    }

    static VendorRecord deleted(Rows rows, JsonNode row) {
        long at = Math.max(Json.millis(Json.text(row, "archivedAt")), rows.modified(row));
        return rows.retired(Rows.id(row), at, new Retired.Deleted());
    }

    private static VendorRecord merged(Rows rows, String id, JsonNode survivor) {
        return rows.retired(id, rows.modified(survivor), new Retired.MergedInto(rows.ref(Rows.id(survivor))));
    }

    private static List<String> without(Collection<String> ids, List<JsonNode> found) {
        Set<String> present = new HashSet<>(found.stream().map(Rows::id).toList());
        return ids.stream().filter(id -> !present.contains(id)).distinct().toList();
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() < 20 && id.chars().allMatch(Character::isDigit);
    }
}
