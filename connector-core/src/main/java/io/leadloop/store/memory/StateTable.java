package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** States by id, and by the values that they can be found by. */
final class StateTable {

    private record Sought(Kind kind, String field, String value) {}

    private final TreeMap<AggregateId, AggregateState> states = new TreeMap<>();
    private final Map<Sought, TreeSet<AggregateId>> sought = new HashMap<>();

    StateTable copy() {
        StateTable copy = new StateTable();
        states.values().forEach(copy::put);
        return copy;
    }

    Optional<AggregateState> get(AggregateId id) {
        return Optional.ofNullable(states.get(id));
    }

    boolean holdsVersion(AggregateState state) {
        return get(state.id()).map(AggregateState::version).orElse(0L) == state.version();
    }

    void put(AggregateState state) {
        AggregateState before = states.put(state.id(), state);
        for (String field : Lookup.FIELDS) {
            if (before != null && !before.value(field).isBlank()) {
                ids(state.id(), field, before.value(field)).remove(state.id());
            }
            if (!state.value(field).isBlank()) {
                ids(state.id(), field, state.value(field)).add(state.id());
            }
        }
    }

    List<AggregateId> find(Kind kind, String field, String value) {
        return List.copyOf(sought.getOrDefault(new Sought(kind, field, value), new TreeSet<>()));
    }

    List<AggregateState> after(Kind kind, Optional<AggregateId> after, int limit) {
        AggregateId from = after.orElse(new AggregateId(kind, ""));
        List<AggregateState> found = new ArrayList<>();
        for (AggregateState state : states.tailMap(from, after.isEmpty()).values()) {
            if (state.id().kind() != kind || found.size() >= limit) {
                break;
            }
            found.add(state);
        }
        return found;
    }

    private TreeSet<AggregateId> ids(AggregateId id, String field, FieldValue value) {
        return sought.computeIfAbsent(new Sought(id.kind(), field, value.text()), key -> new TreeSet<>());
    }
}
