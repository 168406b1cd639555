package io.leadloop.plan;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Slot;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A write that follows from what we hold to be true; not yet an entry.
 *
 * @param ref the record to change, empty to create one
 * @param key what a created record is to carry; empty for an update
 * @param tag what becomes true when it is applied; empty if nothing waits for it
 * @param deltas vendor field to what is to stand there
 */
public record PlannedWrite(
        Slot slot,
        Optional<RecordRef> ref,
        String key,
        Lane lane,
        String tag,
        boolean withdraw,
        Map<FieldName, PlannedField> deltas) {

    public PlannedWrite {
        deltas = new TreeMap<>(deltas);
    }
}
