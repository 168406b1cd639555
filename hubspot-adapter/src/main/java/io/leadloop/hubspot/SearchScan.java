package io.leadloop.hubspot;

import io.leadloop.hubspot.SearchBody.Filter;
import io.leadloop.hubspot.Standing.Mode;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What was modified since a time, oldest first; see {@link HubSpotChangeSource} for how it pages. */
record SearchScan(HubSpotClient client, RecordsById records, Rows rows, Polling polling) implements Scan {

    private static final int LARGEST_PAGE = 200;
    private static final String ID = "hs_object_id";

    @Override
    public Step next(Standing standing, Map<String, Handled.Look> looks, long now, int limit) {
        Standing at = standing.begun() == 0 ? standing.begun(now) : standing;
        boolean slice = at.mode() == Mode.SLICE;
        JsonNode page = client.fetch(Call.search(rows.object(), body(at, slice, Math.min(limit, LARGEST_PAGE))));
        Map<String, Long> fresh = new LinkedHashMap<>();
        long last = at.from();
        String lastId = at.after();
        for (JsonNode row : page.path("results")) {
            lastId = Rows.id(row);
            last = rows.modified(row);
            Handled.Look look = Handled.Look.of(last, row);
            if (!look.equals(looks.put(lastId, look))) {
                fresh.put(lastId, last);
            }
        }
        boolean full = page.path("paging").has("next");
        Standing next = page.path("results").isEmpty() ? at : at.reached(last, now);
        List<VendorRecord> changes = read(fresh);
        if (slice) {
            return full
                    ? new Step(changes, next.in(Mode.SLICE, lastId), true)
                    : new Step(changes, next.in(Mode.TIME, "").from(at.from() + 1), true);
        }
        if (full) {
            boolean oneInstant = rows.modified(page.path("results").path(0)) == last;
            return new Step(changes, oneInstant ? next.in(Mode.SLICE, "0").from(last) : next.from(last), true);
        }
        Standing done = finished(at, next, fresh.isEmpty());
        looks.values().removeIf(look -> look.at() < done.from());
        return new Step(changes, done, false);
    }

    /** The overlap is given up once a whole pass, begun an overlap after the newest change was seen, showed nothing. */
    private Standing finished(Standing at, Standing next, boolean quiet) {
        long overlap = polling.overlap().toMillis();
        boolean old = next.high() > 0 && next.high() == at.high() && at.begun() - at.since() >= overlap;
        boolean settled = quiet && old && overlap > 0;
        Standing kept = settled ? next.settled() : next;
        return kept.from(Math.max(kept.high() - overlap, kept.floor())).begun(0);
    }

    private JsonNode body(Standing at, boolean slice, int limit) {
        String modified = rows.object().modified();
        String from = Long.toString(at.from());
        SearchBody body;
        if (slice) {
            body = SearchBody.ascending(ID, limit)
                    .and(Filter.between(modified, from, from))
                    .and(Filter.of(ID, "GT", at.after()));
        } else {
            body = SearchBody.ascending(modified, limit);
            body = at.from() > 0 ? body.and(Filter.of(modified, "GTE", from)) : body;
        }
        SearchBody full = body.returning(rows.names());
        return (full.fits() ? full : body.returning(List.of(modified))).json();
    }

    private List<VendorRecord> read(Map<String, Long> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<JsonNode> live = records.live(rows, fresh.keySet());
        List<VendorRecord> changes = new ArrayList<>(records.records(rows, live));
        live.forEach(row -> changes.addAll(rows.mergedInto(row)));
        Set<String> gone = new HashSet<>(fresh.keySet());
        live.forEach(row -> gone.remove(Rows.id(row)));
        List<VendorRecord> explained = records.missing(rows, gone);
        changes.addAll(explained);
        explained.forEach(record -> gone.remove(record.ref().id()));
        gone.forEach(id -> changes.add(rows.retired(id, fresh.getOrDefault(id, 0L), new Retired.Deleted())));
        return changes;
    }
}
