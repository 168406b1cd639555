package io.leadloop.app.store;

import io.leadloop.ledger.Entry;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is over and old, in transactions of a few hundred rows, so that nobody waits long. A crash leaves behind
 * what was not reached; the next sweep goes on.
 */
public final class Sweep {

    private static final int ROWS_AT_A_TIME = 500;
    private static final Codec<Entry> ENTRIES = new Codec<>(Entry.class);

    private record Old(String id, boolean settledBefore) {}

    private final Sql sql;
    private final TransactionTemplate transaction;

    public Sweep(DataSource source) {
        sql = new Sql(new JdbcTemplate(source));
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** Applied and superseded writes that were settled before. */
    public long entries(Instant before) {
        long deleted = 0;
        String after = "";
        boolean more = true;
        while (more) {
            List<Old> page = sql.query(
                    "SELECT e.id, e.document FROM entry e WHERE e.id > ? AND e.state IN ('APPLIED', 'SUPERSEDED')"
                            + " AND e.planned < ? ORDER BY e.id LIMIT ?",
                    (row, number) -> new Old(row.getString(1), isBefore(row.getBytes(2), before)),
                    after,
                    Words.micros(before),
                    ROWS_AT_A_TIME);
            List<String> old =
                    page.stream().filter(Old::settledBefore).map(Old::id).toList();
            transaction.executeWithoutResult(
                    status -> sql.batch("DELETE FROM entry WHERE id = ?", old, id -> new Object[] {id}));
            deleted += old.size();
            more = page.size() == ROWS_AT_A_TIME;
            after = more ? page.get(page.size() - 1).id() : after;
        }
        return deleted;
    }

    /** Decided questions that were asked before. */
    public long reviews(Instant before) {
        List<String> old = sql.query(
                "SELECT id FROM review WHERE decided = TRUE AND opened < ?",
                (row, number) -> row.getString(1),
                Words.micros(before));
        for (int from = 0; from < old.size(); from += ROWS_AT_A_TIME) {
            List<String> some = old.subList(from, Math.min(old.size(), from + ROWS_AT_A_TIME));
            transaction.executeWithoutResult(
                    status -> sql.batch("DELETE FROM review WHERE id = ?", some, id -> new Object[] {id}));
        }
        return old.size();
    }

    /** What was ordered before: the same request is a new one from then on. */
    public long receipts(Instant before) {
        return sql.update("DELETE FROM receipt WHERE taken < ?", Words.micros(before));
    }

    private static boolean isBefore(byte[] document, Instant before) {
        return ENTRIES.unpack(document)
                .settledAt()
                .filter(at -> at.isBefore(before))
                .isPresent();
    }
}
