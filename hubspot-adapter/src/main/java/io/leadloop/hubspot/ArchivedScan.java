package io.leadloop.hubspot;

import io.leadloop.hubspot.Standing.Mode;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The recycle bin, by id; tells what was deleted since the last reading. Records that were merged away are not in it, but
 * the one that they were merged into may be, deleted before anybody had read it.
 */
record ArchivedScan(HubSpotClient client, Rows rows) implements Scan {

    private static final String MARK = "deleted:";

    @Override
    public Step next(Standing standing, Map<String, Handled.Look> looks, long now, int limit) {
        JsonNode page = client.fetch(call(standing.after(), Math.min(limit, 100)));
        List<VendorRecord> changes = new ArrayList<>();
        long newest = 0;
        for (JsonNode row : page.path("results")) {
            long at = Json.millis(Json.text(row, "archivedAt"));
            Handled.Look look = new Handled.Look(Long.MAX_VALUE, Long.hashCode(at));
            if (at >= standing.deleted() && !look.equals(looks.put(MARK + Rows.id(row), look))) {
                changes.addAll(rows.mergedInto(row));
                changes.add(RecordsById.deleted(rows, row));
            }
            newest = Math.max(newest, at);
        }
        String after = Json.text(page.path("paging").path("next"), "after");
        Standing seen = standing.deletedSeen(newest);
        return after.isEmpty()
                ? new Step(changes, seen.deletedRead().in(Mode.TIME, ""), false)
                : new Step(changes, seen.in(Mode.ARCHIVED, after), true);
    }

    private Call call(String after, int limit) {
        Call call = Call.get(Paths.objects(rows.object()))
                .with("limit", Integer.toString(limit))
                .with("properties", rows.object().modified() + "," + Rows.MERGED)
                .with("archived", "true");
        return after.isEmpty() ? call : call.with("after", after);
    }
}
