package io.leadloop.ledger;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many entries of one kind wait for nothing but their turn: PLANNED, due, with all their needs applied. Those of one
 * record are counted each, though only one of them is sent at a time.
 *
 * @param creates whether they make records that are not there yet
 */
public record Waiting(ConnectionId connection, Lane lane, boolean creates, long entries) {

    private record Sort(ConnectionId connection, Lane lane, boolean creates) {}

    /** @param ready entries that wait for nothing but their turn */
    public static List<Waiting> of(Collection<Entry> ready) {
        Map<Sort, Long> counts = new LinkedHashMap<>();
        ready.forEach(entry -> counts.merge(
                new Sort(entry.slot().connection(), entry.lane(), entry.ref().isEmpty()), 1L, Long::sum));
        List<Waiting> all = new ArrayList<>();
        counts.forEach(
                (sort, entries) -> all.add(new Waiting(sort.connection(), sort.lane(), sort.creates(), entries)));
        return all;
    }

    public static long all(List<Waiting> waiting) {
        return waiting.stream().mapToLong(Waiting::entries).sum();
    }
}
