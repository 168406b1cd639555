package io.leadloop.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Opens a store's database, by its URL: {@code jdbc:h2:file:./data/leadloop} or {@code jdbc:postgresql:...}. */
public final class DataSources {

    /** Without the first a killed process loses what it committed last. */
    private static final String H2_SETTINGS =
            ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=98304;QUERY_CACHE_SIZE=64";

    private static final int CONNECTIONS = 10;

    private DataSources() {}

    /**
     * Opens the database, makes the folder of an embedded one, and brings its tables up to date.
     *
     * @throws io.leadloop.failure.CallFailed MISCONFIGURED, with what to do: STORE_IN_USE, STORE_FORBIDDEN,
     *     STORE_PASSWORD, STORE_UNREACHABLE, STORE_NEWER
     */
    public static HikariDataSource open(String url, String user, String password) {
        boolean embedded = url.startsWith("jdbc:h2:");
        String complete = embedded ? url + H2_SETTINGS : url;
        if (embedded) {
            StoreFile.of(url).ifPresent(StoreFile::prepare);
        }
        try (Connection first = DriverManager.getConnection(complete, user, password)) {
            HikariDataSource pool = pool(complete, user, password, embedded);
            StoreFile.of(url).ifPresent(StoreFile::signOwner);
            try {
                migrate(pool, embedded);
                return pool;
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailures.of(url, e);
        } catch (FlywayValidateException e) {
            throw StoreFailures.newer(e);
        }
    }

    private static HikariDataSource pool(String url, String user, String password, boolean embedded) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        if (embedded) {
            config.setMaxLifetime(0);
        } else {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source, boolean embedded) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .placeholders(Map.of(
                        "word",
                        embedded ? "VARCHAR(255)" : "VARCHAR(255) COLLATE \"C\"",
                        "text",
                        embedded ? "VARCHAR" : "TEXT",
                        "bytes",
                        embedded ? "VARBINARY" : "BYTEA",
                        "document_as_bytes",
                        embedded ? "CAST(document AS VARBINARY)" : "convert_to(document, 'UTF8')"))
                .load()
                .migrate();
    }
}
