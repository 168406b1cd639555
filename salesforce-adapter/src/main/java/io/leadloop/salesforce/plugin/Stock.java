package io.leadloop.salesforce.plugin;

import io.leadloop.spi.Holding;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The data in our objects and fields. */
final class Stock {

    private final PackageSource source;
    private final OrgView org;

    Stock(PackageSource source, OrgView org) {
        this.source = source;
        this.org = org;
    }

    List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        for (String table : tables()) {
            if (table.endsWith("__c")) {
                long rows = org.fields(table).isEmpty() ? 0 : org.count("SELECT COUNT() FROM " + table);
                add(holdings, table, new PluginPart("objects", table), rows);
            } else {
                Map<String, Long> counts = new TreeMap<>();
                rows(
                        table,
                        row -> row.keySet().stream()
                                .filter(name -> !name.equals("Id"))
                                .forEach(name -> counts.merge(name, 1L, Long::sum)));
                counts.forEach(
                        (name, rows) -> add(holdings, table, new PluginPart("fields", table + "." + name), rows));
            }
        }
        return holdings;
    }

    /** Every row that has a value of ours: its id and the fields that are not empty. */
    void rows(String table, Consumer<Map<String, String>> into) {
        Map<String, OrgField> ours = new LinkedHashMap<>(org.fields(table).orElse(Map.of()));
        ours.keySet().retainAll(names(table));
        if (ours.isEmpty()) {
            return;
        }
        // a long text cannot be asked for in a condition
        String filter = table.endsWith("__c")
                ? ""
                : ours.values().stream()
                        .filter(field -> !field.type().equals("textarea"))
                        .map(field -> field.name() + " != null")
                        .collect(Collectors.joining(" OR ", " WHERE ", ""));
        org.rows("SELECT Id, " + String.join(", ", ours.keySet()) + " FROM " + table + filter, row -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("Id", row.path("Id").asString(""));
            ours.keySet().forEach(name -> {
                JsonNode value = row.path(name);
                if (!value.isNull()
                        && !value.isMissingNode()
                        && !value.asString("").isEmpty()) {
                    values.put(name, value.asString(""));
                }
            });
            into.accept(values);
        });
    }

    private List<String> tables() {
        return source.files(PartKind.FIELD).stream()
                .map(SourceFile::object)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> names(String table) {
        return source.files(PartKind.FIELD).stream()
                .filter(file -> file.object().equals(table))
                .map(SourceFile::simpleName)
                .toList();
    }

    private static void add(List<Holding> holdings, String table, PluginPart part, long rows) {
        if (rows > 0) {
            holdings.add(new Holding(table, part, rows));
        }
    }
}
