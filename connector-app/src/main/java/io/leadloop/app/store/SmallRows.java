package io.leadloop.app.store;

import io.leadloop.intake.InternalChange;
import io.leadloop.review.ReviewItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;

/** Tables internal_change, review and setting. */
final class SmallRows {

    private static final Codec<ReviewItem> CODEC = new Codec<>(ReviewItem.class);
    private static final RowMapper<ReviewItem> REVIEW = (row, number) -> CODEC.unpack(row.getBytes(1));

    private final Sql sql;

    SmallRows(Sql sql) {
        this.sql = sql;
    }

    List<InternalChange> due(Instant now, int limit) {
        return sql
                .query(
                        "SELECT kind, aggregate, detail, not_before FROM internal_change WHERE not_before <= ?"
                                + " ORDER BY not_before, kind, aggregate, detail LIMIT ?",
                        (row, number) -> new InternalChange(
                                InternalChange.Kind.valueOf(row.getString(1)),
                                Words.aggregate(row.getString(2)),
                                row.getString(3),
                                Words.instant(row.getLong(4))),
                        Words.micros(now),
                        limit)
                .stream()
                .sorted()
                .toList();
    }

    Optional<Instant> nextDue() {
        return sql
                .query(
                        "SELECT not_before FROM internal_change ORDER BY not_before LIMIT 1",
                        (row, number) -> Words.instant(row.getLong(1)))
                .stream()
                .findFirst();
    }

    void writeChanges(List<InternalChange> done, List<InternalChange> put) {
        sql.batch(
                "DELETE FROM internal_change WHERE aggregate = ? AND kind = ? AND detail = ?",
                earliest(done),
                change -> new Object[] {
                    change.aggregate().toString(), change.kind().name(), change.detail()
                });
        List<InternalChange> later = sql.batch(
                "UPDATE internal_change SET not_before = ? WHERE aggregate = ? AND kind = ? AND detail = ?"
                        + " AND not_before > ?",
                earliest(put),
                change -> new Object[] {
                    Words.micros(change.notBefore()),
                    change.aggregate().toString(),
                    change.kind().name(),
                    change.detail(),
                    Words.micros(change.notBefore())
                });
        sql.batch(
                "INSERT INTO internal_change (not_before, aggregate, kind, detail) SELECT CAST(? AS BIGINT),"
                        + " CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR) WHERE NOT EXISTS"
                        + " (SELECT 1 FROM internal_change WHERE aggregate = ? AND kind = ? AND detail = ?)",
                later,
                change -> {
                    String aggregate = change.aggregate().toString();
                    String kind = change.kind().name();
                    return new Object[] {
                        Words.micros(change.notBefore()),
                        aggregate,
                        kind,
                        change.detail(),
                        aggregate,
                        kind,
                        change.detail()
                    };
                });
    }

    List<ReviewItem> openReviews() {
        return sql.query("SELECT document FROM review WHERE decided = FALSE ORDER BY opened, id", REVIEW);
    }

    List<ReviewItem> allReviews() {
        return sql.query("SELECT document FROM review ORDER BY opened, id", REVIEW);
    }

    Optional<ReviewItem> review(String id) {
        return sql.query("SELECT document FROM review WHERE id = ?", REVIEW, id).stream()
                .findFirst();
    }

    void writeReviews(Collection<ReviewItem> items) {
        List<ReviewItem> decided =
                items.stream().filter(item -> item.decision().isPresent()).toList();
        sql.batch("UPDATE review SET decided = TRUE, document = ? WHERE id = ?", decided, item ->
                new Object[] {CODEC.pack(item), item.id()});
        sql.batch(
                "INSERT INTO review (id, opened, decided, document) SELECT CAST(? AS VARCHAR), CAST(? AS BIGINT),"
                        + " CAST(? AS BOOLEAN), ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM review WHERE id = ?)",
                items,
                item -> new Object[] {
                    item.id(), Words.micros(item.openedAt()), item.decision().isPresent(), CODEC.pack(item), item.id()
                });
    }

    Optional<String> setting(String name) {
        return sql.query("SELECT content FROM setting WHERE name = ?", (row, number) -> row.getString(1), name).stream()
                .findFirst();
    }

    void writeSettings(Map<String, String> settings) {
        List<Map.Entry<String, String>> fresh = sql.batch(
                "UPDATE setting SET content = ? WHERE name = ?", new TreeMap<>(settings).entrySet(), setting ->
                        new Object[] {setting.getValue(), setting.getKey()});
        sql.batch("INSERT INTO setting (content, name) VALUES (?, ?)", fresh, setting ->
                new Object[] {setting.getValue(), setting.getKey()});
    }

    /** Each once, with its earliest time, always in the same order: two commits then never wait for each other. */
    private static List<InternalChange> earliest(List<InternalChange> changes) {
        Map<String, InternalChange> each = new TreeMap<>();
        changes.stream()
                .sorted()
                .forEach(change ->
                        each.putIfAbsent(change.aggregate() + "|" + change.kind() + "|" + change.detail(), change));
        return List.copyOf(each.values());
    }
}
