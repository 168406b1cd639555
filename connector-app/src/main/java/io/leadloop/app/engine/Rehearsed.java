package io.leadloop.app.engine;

import io.leadloop.app.rehearsal.Rehearsal;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.PassReport;
import io.leadloop.policy.Expected;
import java.util.Map;

/**
 * A live run that was only rehearsed, on a copy of the store.
 *
 * @param counts by connection and object type
 * @param store the copy as it would be after the run
 */
public record Rehearsed(PassReport report, Map<ConnectionId, Map<ObjectType, Rehearsal.Count>> counts, Store store) {

    Expected expected() {
        long created = 0;
        long changed = 0;
        for (Map<ObjectType, Rehearsal.Count> types : counts.values()) {
            for (Rehearsal.Count count : types.values()) {
                created += count.created();
                changed += count.changed();
            }
        }
        return new Expected(created, changed);
    }
}
