package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.rehearsal.Rehearsal;
import io.leadloop.app.rehearsal.RehearsalAdapter;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.PassReport;
import io.leadloop.policy.Ceilings;
import io.leadloop.store.memory.MemoryStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A live run that was only rehearsed, on a copy of the store.
 *
 * @param counts by connection and object type
 * @param store the copy as it would be after the run
 */
public record Rehearsed(PassReport report, Map<ConnectionId, Map<ObjectType, Rehearsal.Count>> counts, Store store) {

    /** Reads both vendors for real; neither they nor the store is written to. */
    public static Rehearsed of(Configuration configuration, OpenStore opened, LongConsumer progress) {
        Map<ConnectionId, RehearsalAdapter> adapters = new LinkedHashMap<>();
        PassClock clock = new PassClock(configuration.clock());
        Store copy = new MemoryStore(opened.store());
        try (Engine engine = Engine.of(configuration, opened, copy, clock, connected -> {
            RehearsalAdapter adapter = new RehearsalAdapter(connected.adapter(), clock);
            adapters.put(connected.id(), adapter);
            return new Connected(connected.id(), connected.system(), connected.role(), adapter);
        })) {
            PassReport report = engine.run(Ceilings.NONE, progress);
            Map<ConnectionId, Map<ObjectType, Rehearsal.Count>> counts = new LinkedHashMap<>();
            adapters.forEach((id, adapter) -> counts.put(id, adapter.rehearsal().counts()));
            return new Rehearsed(report, counts, copy);
        }
    }
}
