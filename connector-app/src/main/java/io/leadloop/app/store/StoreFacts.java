package io.leadloop.app.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What can be said of an open store without looking at anybody in it. */
public final class StoreFacts {

    private final TableCopy tables;
    private final JdbcTemplate jdbc;

    public StoreFacts(DataSource source) {
        tables = new TableCopy(source);
        jdbc = new JdbcTemplate(source);
    }

    /** Name and version, such as {@code H2 2.4.240}. */
    public String product() {
        return String.valueOf(jdbc.execute((ConnectionCallback<String>) connection -> {
            var about = connection.getMetaData();
            return about.getDatabaseProductName() + " "
                    + about.getDatabaseProductVersion().split(" ", 2)[0];
        }));
    }

    /** Number of the last migration. */
    public String schema() {
        List<String> versions = jdbc.queryForList(
                "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\" = TRUE AND \"version\" IS NOT NULL"
                        + " ORDER BY \"installed_rank\" DESC",
                String.class);
        return versions.isEmpty() ? "none" : versions.get(0);
    }

    /** Whether rows of a store of that schema can be put into this one. */
    public boolean takes(String schema) {
        return !MigrationVersion.fromVersion(schema).isNewerThan(schema());
    }

    /** Rows by table. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        tables.tables()
                .forEach(table -> rows.put(table, jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class)));
        return rows;
    }

    /** Changes nothing, by a statement that needs the right to. */
    public void tryToWrite() {
        jdbc.update("UPDATE lease SET fence = fence WHERE name = 'engine'");
    }
}
