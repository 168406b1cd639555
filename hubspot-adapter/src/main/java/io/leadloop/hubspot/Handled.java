package io.leadloop.hubspot;

import io.leadloop.spi.ChangeCursor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Which rows the pages before a cursor have delivered, so that overlap costs no second reading. Kept in memory for the
 * last few cursors: a poll of an older one, or after a restart, delivers the overlap again.
 */
final class Handled {

    private static final int CURSORS = 3;

    /** A row as the search showed it. Its content counts too: two writes can share one millisecond. */
    record Look(long at, int content) {
        static Look of(long at, JsonNode row) {
            return new Look(at, row.path("properties").hashCode());
        }
    }

    private final Map<String, Map<String, Look>> byCursor = new LinkedHashMap<>();

    Map<String, Look> before(ChangeCursor cursor) {
        return new HashMap<>(byCursor.getOrDefault(cursor.text(), Map.of()));
    }

    void keep(ChangeCursor cursor, Map<String, Look> looks) {
        byCursor.remove(cursor.text());
        byCursor.put(cursor.text(), Map.copyOf(looks));
        if (byCursor.size() > CURSORS) {
            byCursor.remove(byCursor.keySet().iterator().next());
        }
    }
}
