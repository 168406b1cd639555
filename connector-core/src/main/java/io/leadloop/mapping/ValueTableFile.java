package io.leadloop.mapping;

import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a value table: one row for each canonical value, one cell for each vendor field. */
final class ValueTableFile {

    private enum Unlisted {
        REVIEW,
        KEEP
    }

    private ValueTableFile() {}

    static ValueTable read(YamlTable file, Problems problems) {
        file.allow(List.of("values", "revision", "description", "unknown", "same", "rows"), problems);
        String name = file.required("values", problems);
        Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
        Map<String, Location> rows = new LinkedHashMap<>();
        for (YamlTable.Entry entry : file.table("rows", problems).entries()) {
            rows.put(entry.key(), entry.where());
            if (entry.value() instanceof YamlTable row) {
                row(entry.key(), row, columns, problems);
            } else {
                problems.add(
                        "The row '" + entry.key() + "' is " + entry.value().form(),
                        entry.where(),
                        "Write '{ vendor field: word }'");
            }
        }
        List<ValueColumn> built = new ArrayList<>();
        columns.values().forEach(column -> built.add(column.build(rows, problems)));
        aliases(file, built, problems);
        boolean keep = file.word("unknown", Unlisted.class, Unlisted.REVIEW, problems) == Unlisted.KEEP;
        return new ValueTable(name, rows, built, keep, file.whereOf("values"));
    }

    private static void row(String canonical, YamlTable row, Map<String, ColumnBuilder> columns, Problems problems) {
        Set<String> lossy = new LinkedHashSet<>();
        row.texts("lossy", problems).forEach(text -> lossy.add(text.text()));
        for (YamlTable.Entry cell : row.entries()) {
            if (!cell.key().equals("lossy")) {
                columns.computeIfAbsent(cell.key(), ColumnBuilder::new)
                        .cell(canonical, cell, lossy.remove(cell.key()), problems);
            }
        }
        for (String column : lossy) {
            problems.add(
                    "'lossy' names '" + column + "', which has no word in this row",
                    row.whereOf("lossy"),
                    "Remove it from 'lossy'");
        }
    }

    private static void aliases(YamlTable file, List<ValueColumn> columns, Problems problems) {
        for (YamlTable.Entry entry : file.table("same", problems).entries()) {
            String like = entry.value() instanceof YamlNode.Scalar text ? text.text() : "";
            columns.stream()
                    .filter(column -> column.name().equals(like))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> columns.add(new ValueColumn(
                                    entry.key(),
                                    column.written(),
                                    column.understood(),
                                    column.converted(),
                                    column.lossy(),
                                    column.order())),
                            () -> problems.add(
                                    "'" + entry.key() + "' shall be the same as '" + like + "', which has no words",
                                    entry.where(),
                                    "Name a vendor field that has words in the rows"));
        }
    }
}
