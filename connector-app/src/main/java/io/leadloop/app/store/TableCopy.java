package io.leadloop.app.store;

import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY);
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

    /** Each row by column, in lower case; texts, numbers, truth values and nulls; packed documents as texts. */
    public void rows(String table, Consumer<Map<String, @Nullable Object>> row) {
        List<String> columns = columns(table, false);
        List<String> order = columns(table, true);
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY "
                + (order.isEmpty() ? "1" : order.get(0));
        jdbc.query(sql, found -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Object value = found.getObject(i + 1);
                values.put(columns.get(i), value instanceof byte[] document ? Codec.text(document) : value);
            }
            row.accept(values);
        });
    }

    /** @param rows all with the same columns; also of an earlier schema, which packed documents as texts */
    public void put(String table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns =
                columns(table, false).stream().filter(rows.get(0)::containsKey).toList();
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        List<@Nullable Object[]> values = new ArrayList<>();
        List<String> bytes = bytes(table);
        rows.forEach(row -> values.add(columns.stream()
                .map(column -> row.get(column) instanceof String text && bytes.contains(column)
                        ? text.getBytes(StandardCharsets.US_ASCII)
                        : row.get(column))
                .toArray()));
        jdbc.batchUpdate(sql, values);
    }

    public void empty(String table) {
        jdbc.update("DELETE FROM " + table);
    }

    /** Columns that are copied, or those that the database numbers. */
    private List<String> columns(String table, boolean numbered) {
        return columns(table, column -> numbered == "YES".equals(column.getString("IS_AUTOINCREMENT")));
    }

    private List<String> bytes(String table) {
        return columns(table, column -> BYTES.contains(column.getInt("DATA_TYPE")));
    }

    private List<String> columns(String table, Chosen chosen) {
        return metadata((about, schema) -> {
            List<String> columns = new ArrayList<>();
            String name = about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet rows = about.getColumns(null, schema, name, "%")) {
                while (rows.next()) {
                    if (rows.getString("TABLE_NAME").equals(name) && chosen.is(rows)) {
                        columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
            return List.copyOf(columns);
        });
    }

    private interface Chosen {
        boolean is(ResultSet column) throws java.sql.SQLException;
    }

    private interface Asked<T> {
        T of(DatabaseMetaData about, String schema) throws java.sql.SQLException;
    }

    private <T> T metadata(Asked<T> asked) {
        return Objects.requireNonNull(jdbc.execute(
                (ConnectionCallback<T>) connection -> asked.of(connection.getMetaData(), connection.getSchema())));
    }
}
