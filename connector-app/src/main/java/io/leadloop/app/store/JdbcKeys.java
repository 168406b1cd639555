package io.leadloop.app.store;

import io.leadloop.app.keys.ApiKey;
import io.leadloop.app.keys.KeyRole;
import io.leadloop.app.keys.KeyTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Table api_key. */
public final class JdbcKeys implements KeyTable {

    private static final String COLUMNS = "SELECT id, name, role, hash, created, revoked FROM api_key";
    private static final RowMapper<ApiKey> KEY = (row, number) -> {
        long revoked = row.getLong(6);
        boolean valid = row.wasNull();
        return new ApiKey(
                row.getString(1),
                row.getString(2),
                KeyRole.of(row.getString(3)),
                row.getString(4),
                Words.instant(row.getLong(5)),
                valid ? Optional.empty() : Optional.of(Words.instant(revoked)));
    };

    private final Sql sql;

    public JdbcKeys(DataSource source) {
        this.sql = new Sql(new JdbcTemplate(source));
    }

    @Override
    public void add(ApiKey key) {
        sql.update(
                "INSERT INTO api_key (id, name, role, hash, created) VALUES (?, ?, ?, ?, ?)",
                key.id(),
                key.name(),
                key.role().word(),
                key.hash(),
                Words.micros(key.createdAt()));
    }

    @Override
    public List<ApiKey> all() {
        return sql.query(COLUMNS + " ORDER BY created, id", KEY);
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return sql.query(COLUMNS + " WHERE id = ?", KEY, id).stream().findFirst();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return sql.update("UPDATE api_key SET revoked = ? WHERE id = ? AND revoked IS NULL", Words.micros(at), id) == 1;
    }
}
