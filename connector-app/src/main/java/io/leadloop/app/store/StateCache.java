package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.state.AggregateState;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States that were read or committed last, unpacked. One is only as good as its version: who takes it asks the database
 * whether that is still the one. Any thread may use it.
 */
final class StateCache {

    private final Map<AggregateId, AggregateState> kept;

    /** @param most how many are kept; 0 for none */
    StateCache(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<AggregateId, AggregateState> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Map<AggregateId, AggregateState> of(Collection<AggregateId> ids) {
        Map<AggregateId, AggregateState> found = new HashMap<>();
        for (AggregateId id : ids) {
            AggregateState state = kept.get(id);
            if (state != null) {
                found.put(id, state);
            }
        }
        return found;
    }

    synchronized void keep(Collection<AggregateState> states) {
        states.forEach(state -> kept.put(state.id(), state));
    }
}
