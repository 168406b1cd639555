package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.intake.InternalChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The set of internal changes, in order of their times. */
final class ChangeTable {

    private record Name(InternalChange.Kind kind, AggregateId aggregate, String detail) {

        static Name of(InternalChange change) {
            return new Name(change.kind(), change.aggregate(), change.detail());
        }
    }

    private final Map<Name, InternalChange> changes = new HashMap<>();
    private final TreeSet<InternalChange> inOrder = new TreeSet<>();

    ChangeTable copy() {
        ChangeTable copy = new ChangeTable();
        copy.changes.putAll(changes);
        copy.inOrder.addAll(inOrder);
        return copy;
    }

    void put(InternalChange change) {
        InternalChange before = changes.get(Name.of(change));
        if (before == null || change.notBefore().isBefore(before.notBefore())) {
            remove(change);
            changes.put(Name.of(change), change);
            inOrder.add(change);
        }
    }

    void remove(InternalChange change) {
        InternalChange before = changes.remove(Name.of(change));
        if (before != null) {
            inOrder.remove(before);
        }
    }

    List<InternalChange> due(Instant now, int limit) {
        return inOrder.stream()
                .takeWhile(change -> !change.notBefore().isAfter(now))
                .limit(limit)
                .toList();
    }

    Optional<Instant> next() {
        return inOrder.stream().findFirst().map(InternalChange::notBefore);
    }
}
