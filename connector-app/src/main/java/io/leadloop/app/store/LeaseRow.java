package io.leadloop.app.store;

import java.util.List;
import java.util.Optional;

/** Table lease: one row for the engine. */
final class LeaseRow {

    record Held(Optional<String> holder, long until, long fence) {}

    private final Sql sql;

    LeaseRow(Sql sql) {
        this.sql = sql;
    }

    Held read() {
        return one("");
    }

    /** Waits for other transactions that look at it, and makes later ones wait. */
    Held lock() {
        return one(" FOR UPDATE");
    }

    void write(Held held) {
        sql.update(
                "UPDATE lease SET holder = ?, held_until = ?, fence = ? WHERE name = 'engine'",
                held.holder().orElse(null),
                held.until(),
                held.fence());
    }

    private Held one(String how) {
        List<Held> rows = sql.query(
                "SELECT holder, held_until, fence FROM lease WHERE name = 'engine'" + how,
                (row, number) -> new Held(Optional.ofNullable(row.getString(1)), row.getLong(2), row.getLong(3)));
        return rows.get(0);
    }
}
