package io.leadloop.mapping;

import io.leadloop.language.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Canonical values and the vendors' words for them.
 *
 * @param rows the canonical values in the order of the file, with their lines
 * @param keepUnknown whether a word that is not listed is taken as it is; else it goes to review
 */
public record ValueTable(
        String name, Map<String, Location> rows, List<ValueColumn> columns, boolean keepUnknown, Location where) {

    public ValueTable {
        rows = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rows));
        columns = List.copyOf(columns);
    }

    Optional<ValueColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
