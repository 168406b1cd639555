package io.leadloop.app.store;

import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Receipt;
import java.util.List;
import java.util.Optional;

/** Tables inbox and receipt: what came in from outside. */
final class InboxRows {

    private static final Codec<Receipt> CODEC = new Codec<>(Receipt.class);

    private final Sql sql;

    InboxRows(Sql sql) {
        this.sql = sql;
    }

    List<Ring> rung(int limit) {
        return sql.query(
                "SELECT number, connection, object, record_id, rung FROM inbox ORDER BY number LIMIT ?",
                (row, number) -> new Ring(
                        row.getLong(1),
                        new RecordRef(
                                Words.connection(row.getString(2)), Words.type(row.getString(3)), row.getString(4)),
                        Words.instant(row.getLong(5))),
                limit);
    }

    Optional<Receipt> receipt(String id) {
        return sql
                .query("SELECT document FROM receipt WHERE id = ?", (row, number) -> CODEC.unpack(row.getBytes(1)), id)
                .stream()
                .findFirst();
    }

    void write(Changes changes) {
        sql.batch("DELETE FROM inbox WHERE number = ?", changes.answered(), ring -> new Object[] {ring.number()});
        sql.batch(
                "INSERT INTO inbox (connection, object, record_id, rung) VALUES (?, ?, ?, ?)",
                changes.rings(),
                ring -> new Object[] {
                    ring.ref().connection().value(),
                    ring.ref().type().value(),
                    ring.ref().id(),
                    Words.micros(ring.rungAt())
                });
        sql.batch(
                "INSERT INTO receipt (id, taken, document) SELECT CAST(? AS VARCHAR), CAST(? AS BIGINT),"
                        + " ? WHERE NOT EXISTS (SELECT 1 FROM receipt WHERE id = ?)",
                changes.receipts().values(),
                receipt ->
                        new Object[] {receipt.id(), Words.micros(receipt.takenAt()), CODEC.pack(receipt), receipt.id()
                        });
    }
}
