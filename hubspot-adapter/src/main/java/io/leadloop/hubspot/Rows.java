package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Association;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A record of HubSpot's as a {@link VendorRecord}. Its version is the modified property in milliseconds. HubSpot leaves
 * out properties that it does not know, and sends null for empty ones.
 */
record Rows(ConnectionId connection, HubSpotObject object, Projection what) {

    static final String MERGED = "hs_merged_object_ids";

    /** The properties to ask for: the wanted ones, and what we need ourselves. */
    List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        what.fields().forEach(field -> names.add(field.value()));
        names.add(object.modified());
        names.add(MERGED);
        return List.copyOf(names);
    }

    List<String> wanted() {
        return what.fields().stream().map(FieldName::value).toList();
    }

    RecordRef ref(String id) {
        return new RecordRef(connection, object.type(), id);
    }

    VendorRecord live(JsonNode row, List<Association> associations) {
        long modified = modified(row);
        return new VendorRecord(
                ref(id(row)),
                new RecordVersion(modified),
                Instant.ofEpochMilli(modified),
                fields(row),
                times(row),
                associations,
                Optional.empty());
    }

    VendorRecord retired(String id, long at, Retired how) {
        return new VendorRecord(
                ref(id),
                new RecordVersion(at),
                Instant.ofEpochMilli(at),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(how));
    }

    /** The records that were merged into this one, as retired. */
    List<VendorRecord> mergedInto(JsonNode row) {
        String survivor = id(row);
        return Stream.of(Json.text(row.path("properties"), MERGED).split(";"))
                .map(String::strip)
                .filter(id -> !id.isEmpty() && !id.equals(survivor))
                .map(id -> retired(id, modified(row), new Retired.MergedInto(ref(survivor))))
                .toList();
    }

    long modified(JsonNode row) {
        String property = Json.text(row.path("properties"), object.modified());
        return Json.millis(property.isEmpty() ? Json.text(row, "updatedAt") : property);
    }

    static String id(JsonNode row) {
        return Json.text(row, "id");
    }

    private Map<FieldName, FieldValue> fields(JsonNode row) {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        JsonNode properties = row.path("properties");
        for (FieldName field : what.fields()) {
            if (properties.has(field.value())) {
                fields.put(field, FieldValue.ofText(Json.text(properties, field.value())));
            }
        }
        return fields;
    }

    private Map<FieldName, Instant> times(JsonNode row) {
        Map<FieldName, Instant> times = new HashMap<>();
        JsonNode history = row.path("propertiesWithHistory");
        for (FieldName field : new ArrayList<>(what.fields())) {
            String newest = Json.text(history.path(field.value()).path(0), "timestamp");
            if (!newest.isEmpty()) {
                times.put(field, Json.instant(newest));
            }
        }
        return times;
    }
}
