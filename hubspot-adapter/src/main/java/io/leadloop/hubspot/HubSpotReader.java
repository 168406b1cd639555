package io.leadloop.hubspot;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads by id, and finds by value: a unique property and a contact's email by batch, which is consistent; any other by
 * search, whose index lags by seconds, so a record that was just written may not be found yet.
 */
final class HubSpotReader implements RecordReader {

    private static final String EMAIL = "email";
    private static final String MORE_EMAILS = "hs_additional_emails";

    private final HubSpotClient client;
    private final RecordsById records;
    private final HubSpotSchema schema;

    HubSpotReader(HubSpotClient client, RecordsById records, HubSpotSchema schema) {
        this.client = client;
        this.records = records;
        this.schema = schema;
    }

    @Override
    public List<VendorRecord> read(Projection what, Collection<RecordRef> refs) {
        return refs.isEmpty()
                ? List.of()
                : records.read(what, refs.stream().map(RecordRef::id).distinct().toList());
    }

    @Override
    public Map<String, List<VendorRecord>> find(Projection what, FieldName key, Collection<String> values) {
        Set<String> lower = new LinkedHashSet<>();
        values.stream()
                .filter(value -> !value.isBlank())
                .map(HubSpotReader::fold)
                .forEach(lower::add);
        Rows rows = records.rows(what);
        List<JsonNode> live = lower.isEmpty() ? List.of() : rows(rows, key, values, lower);
        List<VendorRecord> read = records.records(rows, live);
        Map<String, List<VendorRecord>> matches = new LinkedHashMap<>();
        for (int i = 0; i < live.size(); i++) {
            VendorRecord record = read.get(i);
            held(live.get(i), key)
                    .forEach(value -> matches.computeIfAbsent(value, each -> new ArrayList<>())
                            .add(record));
        }
        Map<String, List<VendorRecord>> found = new LinkedHashMap<>();
        values.forEach(value -> found.put(value, List.copyOf(matches.getOrDefault(fold(value), List.of()))));
        return found;
    }

    private List<JsonNode> rows(Rows rows, FieldName key, Collection<String> values, Set<String> lower) {
        TreeSet<String> names = new TreeSet<>(rows.names());
        names.add(key.value());
        boolean email = rows.object() == HubSpotObject.CONTACT && key.value().equals(EMAIL);
        if (email) {
            names.add(MORE_EMAILS);
        }
        BatchRead batch = new BatchRead(client, rows.object());
        if (email || schema.unique(rows.object(), key)) {
            return distinct(batch.byKey(names, key.value(), email ? lower : unfolded(values)));
        }
        Set<String> ids = new ValueSearch(client, rows.object()).ids(key.value(), lower);
        return batch.byId(names, List.of(), ids);
    }

    private static Stream<String> held(JsonNode row, FieldName key) {
        JsonNode properties = row.path("properties");
        String own = fold(Json.text(properties, key.value()));
        return key.value().equals(EMAIL)
                ? Stream.concat(
                                Stream.of(own),
                                Stream.of(
                                        fold(Json.text(properties, MORE_EMAILS)).split(";")))
                        .distinct()
                : Stream.of(own);
    }

    private static List<JsonNode> distinct(List<JsonNode> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(Rows.id(row))).toList();
    }

    private static Collection<String> unfolded(Collection<String> values) {
        Map<String, String> firsts = new LinkedHashMap<>();
        values.stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> firsts.putIfAbsent(fold(value), value.strip()));
        return firsts.values();
    }

    private static String fold(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
