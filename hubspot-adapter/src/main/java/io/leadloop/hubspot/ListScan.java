package io.leadloop.hubspot;

import io.leadloop.hubspot.Standing.Mode;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * All records by the list endpoint: by id, consistent, values included. Before its first page the newest modified time is
 * asked for, in the vendor's own time: changes made while the list runs are searched from there. A step takes as many
 * pages as fit its limit: their ties to other types are then read by one call.
 */
record ListScan(HubSpotClient client, RecordsById records, Rows rows, Polling polling) implements Scan {

    /** Looks to remember. After an import of more within an overlap the search shows the rest once more. */
    private static final int MOST_LOOKS = 20_000;

    @Override
    public Step next(Standing standing, Map<String, Handled.Look> looks, long now, int limit) {
        Standing at = standing.from() < 0 ? primed(standing, now) : standing;
        List<JsonNode> live = new ArrayList<>();
        String after = at.after();
        do {
            JsonNode page = client.fetch(call(after, limit - live.size()));
            page.path("results").forEach(live::add);
            after = Json.text(page.path("paging").path("next"), "after");
        } while (!after.isEmpty() && live.size() < limit);
        List<VendorRecord> changes = new ArrayList<>(records.records(rows, live));
        for (JsonNode row : live) {
            changes.addAll(rows.mergedInto(row));
            if (rows.modified(row) >= at.from() && looks.size() < MOST_LOOKS) {
                looks.put(Rows.id(row), Handled.Look.of(rows.modified(row), row));
            }
        }
        return after.isEmpty()
                ? new Step(changes, at.in(Mode.TIME, ""), false)
                : new Step(changes, at.in(Mode.LIST, after), true);
    }

    private Standing primed(Standing standing, long now) {
        JsonNode newest = client.fetch(Call.search(
                rows.object(), SearchBody.newest(rows.object().modified()).json()));
        long high = rows.modified(newest.path("results").path(0));
        return standing.reached(high, now)
                .from(Math.max(0, high - polling.overlap().toMillis()));
    }

    /** Counted by a search, whose answer does not tell of the day's calls, as others do; who asks wants to know both. */
    OptionalLong size() {
        client.learnCalls();
        JsonNode found = client.fetch(Call.search(
                rows.object(), SearchBody.newest(rows.object().modified()).json()));
        return found.path("total").isNumber()
                ? OptionalLong.of(found.path("total").asLong())
                : OptionalLong.empty();
    }

    long calls(long records, int ties) {
        return 1 + pages(records, most()) + ties * pages(records, 1_000);
    }

    private static long pages(long records, int size) {
        return (records + size - 1) / size;
    }

    private int most() {
        return polling.fieldTimes() ? 50 : 100;
    }

    private Call call(String after, int limit) {
        Call call = Call.get(Paths.objects(rows.object()))
                .with("limit", Integer.toString(Math.min(limit, most())))
                .with("properties", String.join(",", rows.names()))
                .with("archived", "false");
        if (polling.fieldTimes() && !rows.wanted().isEmpty()) {
            call = call.with("propertiesWithHistory", String.join(",", rows.wanted()));
        }
        return after.isEmpty() ? call : call.with("after", after);
    }
}
