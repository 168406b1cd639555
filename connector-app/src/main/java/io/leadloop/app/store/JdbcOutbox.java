package io.leadloop.app.store;

import io.leadloop.app.announce.Message;
import io.leadloop.app.announce.Outbox;
import io.leadloop.canonical.AggregateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Table outbox. */
public final class JdbcOutbox implements Outbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sql sql;

    public JdbcOutbox(DataSource source) {
        this(new Sql(new JdbcTemplate(source)));
    }

    JdbcOutbox(Sql sql) {
        this.sql = sql;
    }

    /** Within the transaction of the commit that it tells of; one that is there already stays. */
    void write(List<Message> messages) {
        sql.batch(
                "INSERT INTO outbox (id, endpoint, event, body, made, due, tries) SELECT CAST(? AS VARCHAR),"
                        + " CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS BIGINT),"
                        + " CAST(? AS BIGINT), CAST(? AS SMALLINT) WHERE NOT EXISTS"
                        + " (SELECT 1 FROM outbox WHERE id = ?)",
                messages,
                message -> new Object[] {
                    message.id(),
                    message.endpoint(),
                    message.event(),
                    message.body(),
                    Words.micros(message.madeAt()),
                    Words.micros(message.due()),
                    message.tries(),
                    message.id()
                });
    }

    @Override
    public List<Message> due(Instant now, int limit) {
        return sql.query(
                "SELECT id, endpoint, event, body, made, due, tries FROM outbox WHERE due <= ? ORDER BY due, number LIMIT ?",
                (row, number) -> new Message(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Words.instant(row.getLong(5)),
                        Words.instant(row.getLong(6)),
                        row.getInt(7)),
                Words.micros(now),
                limit);
    }

    @Override
    public long waiting() {
        return sql.query("SELECT COUNT(*) FROM outbox", (row, number) -> row.getLong(1))
                .get(0);
    }

    @Override
    public void done(Message message) {
        sql.update("DELETE FROM outbox WHERE id = ?", message.id());
    }

    @Override
    public int forget(AggregateId person) {
        int forgotten = 0;
        for (Map.Entry<String, String> waiting : sql.query(
                "SELECT id, body FROM outbox WHERE body LIKE ?",
                (row, number) -> Map.entry(row.getString(1), row.getString(2)),
                "%\"" + person.value() + "\"%")) {
            JsonNode body = JSON.readTree(waiting.getValue());
            if (body.path("data") instanceof ObjectNode data
                    && data.path("person").asString("").equals(person.value())
                    && data.remove("email") != null) {
                forgotten += sql.update(
                        "UPDATE outbox SET body = ? WHERE id = ?", JSON.writeValueAsString(body), waiting.getKey());
            }
        }
        return forgotten;
    }

    @Override
    public void later(Message message) {
        sql.update(
                "UPDATE outbox SET due = ?, tries = ? WHERE id = ?",
                Words.micros(message.due()),
                message.tries(),
                message.id());
    }
}
