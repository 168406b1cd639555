package io.leadloop.reconcile;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Store;
import io.leadloop.mapping.Mapping;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Publication;
import io.leadloop.pipeline.Setup;
import io.leadloop.spi.VendorRecord;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares every linked record of both systems with what we hold to be true. Reads whole records in bulk and writes
 * nothing. Right after a pass without writes, so that what has just changed is known.
 */
public final class Reconcile {

    private static final int PAGE = 500;

    private final Setup setup;
    private final Store store;

    public Reconcile(Setup setup, Store store) {
        this.setup = setup;
        this.store = store;
    }

    /** @param progress told how many records have been compared */
    public Reconciliation run(Progress progress) {
        Known known = new Known(store);
        RecordComparison comparison = new RecordComparison(setup, known, new Publication(setup, store));
        long records = 0;
        for (Kind kind : Kind.values()) {
            if (kind.isAggregate()) {
                Optional<AggregateId> after = Optional.empty();
                List<AggregateState> page = store.scan(kind, after, PAGE);
                while (!page.isEmpty()) {
                    records += compare(page, comparison);
                    progress.at(records, 0);
                    after = Optional.of(page.get(page.size() - 1).id());
                    page = store.scan(kind, after, PAGE);
                }
            }
        }
        List<Difference> unexplained = new ArrayList<>(comparison.unexplained());
        unexplained.sort(Comparator.comparing(Difference::record).thenComparing(Difference::field));
        return new Reconciliation(comparison.compared(), comparison.explained(), unexplained);
    }

    private long compare(List<AggregateState> page, RecordComparison comparison) {
        Map<RecordRef, VendorRecord> records = read(page);
        long count = 0;
        for (AggregateState state : page) {
            if (state.mergedInto().isEmpty()) {
                for (Facet facet : state.facets().values()) {
                    if (facet.isInUse()) {
                        count++;
                        comparison.compare(state, facet, Optional.ofNullable(records.get(facet.ref())));
                    }
                }
            }
        }
        return count;
    }

    private Map<RecordRef, VendorRecord> read(List<AggregateState> page) {
        Map<Connected, Map<ObjectType, List<RecordRef>>> wanted = new HashMap<>();
        for (AggregateState state : page) {
            if (state.mergedInto().isEmpty()) {
                state.facets().values().stream()
                        .filter(Facet::isInUse)
                        .map(Facet::ref)
                        .forEach(ref -> setup.connections().stream()
                                .filter(connected -> connected.id().equals(ref.connection()))
                                .forEach(connected -> wanted.computeIfAbsent(connected, any -> new HashMap<>())
                                        .computeIfAbsent(ref.type(), any -> new ArrayList<>())
                                        .add(ref)));
            }
        }
        Map<RecordRef, VendorRecord> records = new HashMap<>();
        wanted.forEach((connected, types) -> types.forEach((type, refs) -> setup.mappings()
                .mapping(connected.system(), type)
                .map((Mapping mapping) -> mapping.projection(type))
                .ifPresent(projection -> connected
                        .adapter()
                        .reader()
                        .read(projection, refs)
                        .forEach(record -> records.put(record.ref(), record)))));
        return records;
    }
}
