package io.leadloop.app.engine;

import io.leadloop.app.rehearsal.Rehearsal;
import io.leadloop.app.rehearsal.RehearsalAdapter;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Setup;
import io.leadloop.store.memory.MemoryStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A copy of the store and accounts that are read for real: whatever is done here changes neither vendors nor store. */
final class RehearsalRoom {

    private final Map<ConnectionId, RehearsalAdapter> adapters = new LinkedHashMap<>();
    private final Setup setup;
    private final OnlyStore copy;
    private final Pipeline pipeline;

    RehearsalRoom(Setup real, Store store, InstantSource clock) {
        List<Connected> connections = new ArrayList<>();
        for (Connected connected : real.connections()) {
            RehearsalAdapter adapter = new RehearsalAdapter(connected.adapter(), clock);
            adapters.put(connected.id(), adapter);
            connections.add(new Connected(
                    connected.id(), connected.system(), connected.role(), adapter, connected.allowance()));
        }
        setup = real.through(connections);
        copy = new OnlyStore(new MemoryStore(store));
        pipeline = new Pipeline(setup, copy, clock, "rehearsal");
    }

    Setup setup() {
        return setup;
    }

    OnlyStore store() {
        return copy;
    }

    Rehearsed play(Function<Pipeline, PassReport> act) {
        PassReport report = act.apply(pipeline);
        Map<ConnectionId, Map<ObjectType, Rehearsal.Count>> counts = new LinkedHashMap<>();
        adapters.forEach((id, adapter) -> counts.put(id, adapter.rehearsal().counts()));
        return new Rehearsed(report, counts, copy);
    }
}
