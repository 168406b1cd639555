package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.TakenRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Entries by id, by aggregate, and the open ones in order of urgency. */
final class EntryTable {

    /** An entry and its place in the order of arrival. */
    private record Row(Entry entry, long number) {}

    private static final Comparator<Row> PLANNING =
            Comparator.comparing((Row row) -> row.entry().plannedAt()).thenComparing(Row::number);
    private static final Comparator<Row> URGENCY =
            Comparator.comparing((Row row) -> row.entry().lane()).thenComparing(PLANNING);

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<AggregateId, Set<String>> byAggregate = new HashMap<>();
    private final TreeSet<Row> open = new TreeSet<>(URGENCY);
    private final Map<EntryState, Long> counts = new EnumMap<>(EntryState.class);
    private long arrivals;

    EntryTable copy() {
        EntryTable copy = new EntryTable();
        copy.rows.putAll(rows);
        byAggregate.forEach((id, ids) -> copy.byAggregate.put(id, new LinkedHashSet<>(ids)));
        copy.open.addAll(open);
        copy.counts.putAll(counts);
        copy.arrivals = arrivals;
        return copy;
    }

    Optional<Entry> get(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::entry);
    }

    void put(Entry entry) {
        Row before = rows.get(entry.id());
        if (before != null) {
            open.remove(before);
            byAggregate
                    .getOrDefault(before.entry().aggregate(), new LinkedHashSet<>())
                    .remove(entry.id());
            count(before.entry().state(), -1);
        }
        Row row = new Row(entry, before == null ? arrivals++ : before.number());
        rows.put(entry.id(), row);
        byAggregate
                .computeIfAbsent(entry.aggregate(), id -> new LinkedHashSet<>())
                .add(entry.id());
        count(entry.state(), 1);
        if (entry.state().isOpen()) {
            open.add(row);
        }
    }

    /** Corrects the number of entries of a state by those that are held elsewhere. */
    void count(EntryState state, long more) {
        counts.merge(state, more, Long::sum);
    }

    Map<EntryState, Long> counts() {
        Map<EntryState, Long> present = new EnumMap<>(counts);
        present.values().removeIf(number -> number == 0);
        return present;
    }

    List<Entry> of(AggregateId id) {
        return byAggregate.getOrDefault(id, Set.of()).stream()
                .flatMap(entry -> Stream.ofNullable(rows.get(entry)))
                .sorted(PLANNING)
                .map(Row::entry)
                .toList();
    }

    List<Entry> claimable(Instant now, int limit) {
        TakenRecords taken = new TakenRecords();
        open.stream()
                .map(Row::entry)
                .filter(entry -> entry.state() == EntryState.IN_FLIGHT || entry.state() == EntryState.UNKNOWN)
                .forEach(taken::take);
        return ready(now).filter(taken::tryTake).limit(limit).toList();
    }

    /** What waits for nothing but its turn, most urgent first. */
    Stream<Entry> ready(Instant now) {
        return open.stream()
                .map(Row::entry)
                .filter(entry -> entry.state() == EntryState.PLANNED
                        && !entry.notBefore().isAfter(now));
    }

    List<Entry> open(Predicate<Entry> which, int limit) {
        return open.stream()
                .filter(row -> which.test(row.entry()))
                .sorted(PLANNING)
                .limit(limit)
                .map(Row::entry)
                .toList();
    }
}
