package io.leadloop.app.store;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whole tables out of and into a store, by the same statements on both databases. Left out are the lease, the
 * migrations' own table, and numbers that the database gives: rows come in their order, and so get them anew.
 */
public final class TableCopy {

    private static final int ROWS_AT_A_TIME = 500;
    private static final List<String> NOT_COPIED = List.of("lease", "flyway_schema_history");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate moment;
    private final TransactionTemplate whole;

    public TableCopy(DataSource source) {
        jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
        moment = new TransactionTemplate(new JdbcTransactionManager(source));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        whole = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** All that is read in it belongs to one moment, whatever others commit meanwhile. */
    public void atOneMoment(Runnable reading) {
        moment.executeWithoutResult(status -> reading.run());
    }

    /** All that is put in it is there afterwards, or nothing of it. */
    public void allOrNothing(Runnable putting) {
        whole.executeWithoutResult(status -> putting.run());
    }

    /** Lower case, by name. */
    public List<String> tables() {
        return metadata((about, schema) -> {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            return tables.stream()
                    .filter(table -> !NOT_COPIED.contains(table))
                    .sorted()
                    .toList();
        });
    }

    /** Each row by column, in lower case; texts, numbers, truth values and nulls. */
    public void rows(String table, Consumer<Map<String, @Nullable Object>> row) {
        List<String> columns = columns(table, false);
        List<String> order = columns(table, true);
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY "
                + (order.isEmpty() ? "1" : order.get(0));
        jdbc.query(sql, found -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), found.getObject(i + 1));
            }
            row.accept(values);
        });
    }

    /** @param rows all with the same columns */
    public void put(String table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns =
                columns(table, false).stream().filter(rows.get(0)::containsKey).toList();
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        List<@Nullable Object[]> values = new ArrayList<>();
        rows.forEach(row -> values.add(columns.stream().map(row::get).toArray()));
        jdbc.batchUpdate(sql, values);
    }

    public void empty(String table) {
        jdbc.update("DELETE FROM " + table);
    }

    /** Columns that are copied, or those that the database numbers. */
    private List<String> columns(String table, boolean numbered) {
        return metadata((about, schema) -> {
            List<String> columns = new ArrayList<>();
            String name = about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet rows = about.getColumns(null, schema, name, "%")) {
                while (rows.next()) {
                    if (rows.getString("TABLE_NAME").equals(name)
                            && numbered == "YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
                        columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
            return List.copyOf(columns);
        });
    }

    private interface Asked<T> {
        T of(DatabaseMetaData about, String schema) throws java.sql.SQLException;
    }

    private <T> T metadata(Asked<T> asked) {
        return Objects.requireNonNull(jdbc.execute(
                (ConnectionCallback<T>) connection -> asked.of(connection.getMetaData(), connection.getSchema())));
    }
}
