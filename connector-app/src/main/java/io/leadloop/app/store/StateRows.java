package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Tables state and lookup. */
final class StateRows {

    private record Sought(AggregateState state, String field, String value) {}

    private static final Codec<AggregateState> CODEC = new Codec<>(AggregateState.class);
    private static final RowMapper<AggregateState> ROW =
            (row, number) -> CODEC.unpack(row.getBytes(2)).at(row.getLong(1));

    private final Sql sql;
    private final StateCache cache;

    StateRows(Sql sql, StateCache cache) {
        this.sql = sql;
        this.cache = cache;
    }

    Map<AggregateId, AggregateState> load(Collection<AggregateId> ids) {
        Map<AggregateId, AggregateState> cached = cache.of(ids);
        Map<AggregateId, Long> versions = versions(cached.keySet());
        cached.values().removeIf(state -> !Long.valueOf(state.version()).equals(versions.get(state.id())));
        Map<AggregateId, AggregateState> found = new LinkedHashMap<>(cached);
        List<String> others =
                words(ids.stream().filter(id -> !cached.containsKey(id)).toList());
        List<AggregateState> read = sql.in("SELECT version, document FROM state WHERE id IN", others, ROW);
        read.forEach(state -> found.put(state.id(), state));
        cache.keep(read);
        return found;
    }

    Map<AggregateId, Long> versions(Collection<AggregateId> ids) {
        Map<AggregateId, Long> versions = new HashMap<>();
        sql.in(
                "SELECT id, version FROM state WHERE id IN",
                words(ids),
                (row, number) -> versions.put(Words.aggregate(row.getString(1)), row.getLong(2)));
        return versions;
    }

    List<AggregateState> scan(Kind kind, Optional<AggregateId> after, int limit) {
        return sql.query(
                "SELECT version, document FROM state WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
                ROW,
                after.map(AggregateId::toString).orElse(kind.word() + ":"),
                kind.word() + ";",
                limit);
    }

    Map<String, List<AggregateId>> find(Kind kind, String field, Collection<String> values) {
        Map<String, List<AggregateId>> bySought = new HashMap<>();
        sql.in(
                "SELECT sought, aggregate FROM lookup WHERE kind = ? AND field = ? AND sought IN",
                values.stream().map(Words::sought).toList(),
                (row, number) -> bySought.computeIfAbsent(row.getString(1), value -> new ArrayList<>())
                        .add(Words.aggregate(row.getString(2))),
                kind.word(),
                field);
        bySought.values().forEach(found -> found.sort(Comparator.naturalOrder()));
        Map<String, List<AggregateId>> found = new LinkedHashMap<>();
        for (String value : values) {
            Optional.ofNullable(bySought.get(Words.sought(value))).ifPresent(ids -> found.put(value, ids));
        }
        return found;
    }

    /** After the transaction that wrote them. */
    void committed(Collection<AggregateState> states) {
        cache.keep(states.stream().map(state -> state.at(state.version() + 1)).toList());
    }

    /** Gives those that moved. */
    List<AggregateState> write(Collection<AggregateState> states) {
        List<AggregateState> inOrder =
                states.stream().sorted(Comparator.comparing(AggregateState::id)).toList();
        List<AggregateState> fresh =
                inOrder.stream().filter(state -> state.version() == 0).toList();
        List<AggregateState> known =
                inOrder.stream().filter(state -> state.version() != 0).toList();
        sql.batch("INSERT INTO state (id, kind, version, document) VALUES (?, ?, 1, ?)", fresh, state ->
                new Object[] {state.id().toString(), state.id().kind().word(), CODEC.pack(state)});
        List<AggregateState> moved = sql.batch(
                "UPDATE state SET version = version + 1, document = ? WHERE id = ? AND version = ?", known, state ->
                        new Object[] {CODEC.pack(state), state.id().toString(), state.version()});
        if (moved.isEmpty()) {
            List<Sought> others = otherwiseSought(known);
            sql.batch("DELETE FROM lookup WHERE aggregate = ? AND field = ? AND sought <> ?", others, one ->
                    new Object[] {one.state().id().toString(), one.field(), one.value()});
            insertLookups(sought(fresh));
            insertMissingLookups(others);
        }
        return moved;
    }

    private void insertLookups(List<Sought> all) {
        sql.batch(
                "INSERT INTO lookup (aggregate, kind, field, sought) VALUES (?, ?, ?, ?)",
                all.stream().filter(one -> !one.value().isEmpty()).toList(),
                one -> new Object[] {
                    one.state().id().toString(), one.state().id().kind().word(), one.field(), one.value()
                });
    }

    private void insertMissingLookups(List<Sought> all) {
        sql.batch(
                "INSERT INTO lookup (aggregate, kind, field, sought) SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
                        + " CAST(? AS VARCHAR), CAST(? AS VARCHAR) WHERE NOT EXISTS"
                        + " (SELECT 1 FROM lookup WHERE aggregate = ? AND field = ?)",
                all.stream().filter(one -> !one.value().isEmpty()).toList(),
                one -> {
                    String id = one.state().id().toString();
                    return new Object[] {id, one.state().id().kind().word(), one.field(), one.value(), id, one.field()};
                });
    }

    /** Without what the version before was found by, too. */
    private List<Sought> otherwiseSought(List<AggregateState> known) {
        Map<AggregateId, AggregateState> before =
                cache.of(known.stream().map(AggregateState::id).toList());
        return sought(known).stream()
                .filter(one -> !isSought(before.get(one.state().id()), one))
                .toList();
    }

    private static boolean isSought(@Nullable AggregateState before, Sought one) {
        return before != null
                && before.version() == one.state().version()
                && Words.sought(before.value(one.field()).text()).equals(one.value());
    }

    private static List<Sought> sought(List<AggregateState> states) {
        List<Sought> all = new ArrayList<>();
        for (AggregateState state : states) {
            for (String field : Lookup.FIELDS) {
                all.add(new Sought(state, field, Words.sought(state.value(field).text())));
            }
        }
        return all;
    }

    private static List<String> words(Collection<AggregateId> ids) {
        return ids.stream().map(AggregateId::toString).toList();
    }
}
