package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.TakenRecords;
import io.leadloop.ledger.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Table entry. */
final class EntryRows {

    /** An entry and its place among those planned at the same time. */
    private record Numbered(Entry entry, long number) {}

    private static final Codec<Entry> CODEC = new Codec<>(Entry.class);
    private static final RowMapper<Entry> ROW = (row, number) -> read(row);
    private static final String SELECT = "SELECT e.version, e.document FROM entry e WHERE ";
    private static final String OPEN_STATES = " IN ('PLANNED', 'IN_FLIGHT', 'UNKNOWN', 'HELD', 'QUARANTINED')";
    private static final String OPEN = "e.state" + OPEN_STATES;
    /** The empty word keeps the state out of the choice of an index. */
    private static final String OPEN_AMONG = "e.state || ''" + OPEN_STATES + " AND ";

    private static final String IN_PLANNING_ORDER = " ORDER BY e.planned, e.number";
    /** The sum keeps the due time out of the choice of an index: rows then come in order and only a page is read. */
    private static final String READY = "e.state = 'PLANNED' AND e.due + 0 <= ?";

    private static final String CLAIMABLE =
            SELECT + READY + " ORDER BY e.state, e.lane, e.planned, e.number LIMIT ? OFFSET ?";

    private static final Lane[] LANES = Lane.values();

    private final Sql sql;

    EntryRows(Sql sql) {
        this.sql = sql;
    }

    List<Entry> claimable(Instant now, int limit) {
        List<Entry> claimable = new ArrayList<>();
        TakenRecords taken = new TakenRecords();
        sql.query(SELECT + "e.state IN ('IN_FLIGHT', 'UNKNOWN')", ROW).forEach(taken::take);
        int size = (int) Math.min(1_000L, Math.max(100L, 2L * limit));
        int offset = 0;
        boolean more = limit > 0;
        while (more) {
            List<Entry> page = sql.query(CLAIMABLE, ROW, Words.micros(now), size, offset);
            page.stream().filter(taken::tryTake).limit(limit - claimable.size()).forEach(claimable::add);
            offset += size;
            more = page.size() == size && claimable.size() < limit;
        }
        return claimable;
    }

    List<Waiting> waiting(Instant now) {
        return sql.query(
                "SELECT connection, lane, creates, COUNT(*) FROM"
                        + " (SELECT SUBSTRING(e.slot FROM 1 FOR POSITION('/' IN e.slot) - 1) AS connection, e.lane,"
                        + " CASE WHEN e.record IS NULL THEN 1 ELSE 0 END AS creates FROM entry e WHERE " + READY
                        + ") ready GROUP BY connection, lane, creates",
                (row, number) -> new Waiting(
                        Words.connection(row.getString(1)), LANES[row.getInt(2)], row.getInt(3) == 1, row.getLong(4)),
                Words.micros(now));
    }

    List<Entry> stranded(Instant now, int limit) {
        return sql.query(
                SELECT + "e.state IN ('IN_FLIGHT', 'UNKNOWN') AND (e.state = 'UNKNOWN' OR e.lease_until IS NULL"
                        + " OR e.lease_until < ?)" + IN_PLANNING_ORDER + " LIMIT ?",
                ROW,
                Words.micros(now),
                limit);
    }

    Map<AggregateId, List<Entry>> open(Collection<AggregateId> ids) {
        List<String> words = ids.stream().map(AggregateId::toString).toList();
        return sql
                .in(
                        "SELECT e.version, e.document, e.number FROM entry e WHERE " + OPEN_AMONG + "e.aggregate IN",
                        words,
                        (row, number) -> new Numbered(read(row), row.getLong(3)))
                .stream()
                .sorted(Comparator.comparing((Numbered row) -> row.entry().plannedAt())
                        .thenComparing(Numbered::number))
                .map(Numbered::entry)
                .collect(Collectors.groupingBy(Entry::aggregate));
    }

    List<Entry> allOpen() {
        return sql.query(SELECT + OPEN + IN_PLANNING_ORDER, ROW);
    }

    List<Entry> of(AggregateId id) {
        return sql.query(SELECT + "e.aggregate = ?" + IN_PLANNING_ORDER, ROW, id.toString());
    }

    Optional<Entry> entry(String id) {
        return sql.query(SELECT + "e.id = ?", ROW, id).stream().findFirst();
    }

    List<Entry> parked(int limit) {
        return sql.query(SELECT + "e.state IN ('HELD', 'QUARANTINED')" + IN_PLANNING_ORDER + " LIMIT ?", ROW, limit);
    }

    Map<EntryState, Long> counts() {
        Map<EntryState, Long> counts = new EnumMap<>(EntryState.class);
        sql.query(
                "SELECT state, COUNT(*) FROM entry GROUP BY state",
                (row, number) -> counts.put(EntryState.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    Optional<Instant> nextDue() {
        return sql
                .query(
                        "SELECT due FROM entry WHERE due IS NOT NULL ORDER BY due LIMIT 1",
                        (row, number) -> Words.instant(row.getLong(1)))
                .stream()
                .findFirst();
    }

    Map<String, Long> versions(Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        sql.in(
                "SELECT id, version FROM entry WHERE id IN",
                ids,
                (row, number) -> versions.put(row.getString(1), row.getLong(2)));
        return versions;
    }

    /** Gives those that moved. New ones get their numbers in the order given. */
    List<Entry> write(Collection<Entry> entries) {
        List<Entry> fresh =
                entries.stream().filter(entry -> entry.version() == 0).toList();
        List<Entry> known = entries.stream()
                .filter(entry -> entry.version() != 0)
                .sorted(Comparator.comparing(Entry::id))
                .toList();
        sql.batch(
                "INSERT INTO entry (aggregate, slot, record, lane, state, planned, due, lease_until, document, id,"
                        + " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                fresh,
                entry -> values(entry).toArray());
        return sql.batch(
                "UPDATE entry SET aggregate = ?, slot = ?, record = ?, lane = ?, state = ?, planned = ?, due = ?,"
                        + " lease_until = ?, document = ?, version = version + 1 WHERE id = ? AND version = ?",
                known,
                entry -> Stream.concat(values(entry).stream(), Stream.of(entry.version()))
                        .toArray());
    }

    private static Entry read(ResultSet row) throws SQLException {
        return CODEC.unpack(row.getBytes(2)).at(row.getLong(1));
    }

    private static List<@Nullable Object> values(Entry entry) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(entry.aggregate().toString());
        values.add(Words.of(entry.slot()));
        values.add(entry.ref().map(RecordRef::toString).orElse(null));
        values.add(entry.lane().ordinal());
        values.add(entry.state().name());
        values.add(Words.micros(entry.plannedAt()));
        values.add(entry.state() == EntryState.PLANNED ? Words.micros(entry.notBefore()) : null);
        values.add(entry.leaseUntil().map(Words::micros).orElse(null));
        values.add(CODEC.pack(entry));
        values.add(entry.id());
        return values;
    }
}
