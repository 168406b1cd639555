package io.leadloop.delivery;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Operation;
import io.leadloop.ledger.Store;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Was it applied? Asks the vendor by key or by id, then settles: applied, or certainly not and to be tried again. */
final class FindOut {

    private static final Failure NOT_APPLIED =
            Failure.of(FailureKind.TRANSIENT, "LL-NOT-APPLIED", "the reply was lost and nothing had been applied");

    private final Store store;
    private final Vendors vendors;
    private final Settlement settlement;

    FindOut(Store store, Vendors vendors, Settlement settlement) {
        this.store = store;
        this.vendors = vendors;
        this.settlement = settlement;
    }

    int run(List<Entry> entries, Instant now) {
        Map<Slot, List<Entry>> groups = entries.stream()
                .collect(Collectors.groupingBy(
                        entry ->
                                new Slot(entry.slot().connection(), entry.slot().type(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        int settled = 0;
        for (Map.Entry<Slot, List<Entry>> group : groups.entrySet()) {
            try {
                settled += ask(group.getKey(), group.getValue(), now);
            } catch (CallFailed stillDown) {
                continue; // they stay unknown and are asked about again
            }
        }
        return settled;
    }

    private int ask(Slot place, List<Entry> entries, Instant now) {
        RecordReader reader = vendors.adapter(place.connection()).reader();
        Projection all = vendors.projection(place.connection(), place.type());
        Map<Entry, WriteOutcome> outcomes = new LinkedHashMap<>();
        List<Entry> creates = entries.stream()
                .filter(entry -> entry.operation() == Operation.CREATE)
                .toList();
        if (!creates.isEmpty()) {
            FieldName keyField = vendors.keyField(place.connection(), place.type());
            Map<String, String> keys = keys(creates);
            Map<String, List<VendorRecord>> found = reader.find(all, keyField, keys.values());
            creates.forEach(entry -> outcomes.put(
                    entry,
                    found.getOrDefault(keys.getOrDefault(entry.id(), ""), List.of()).stream()
                            .findFirst()
                            .map(record -> applied(record, true))
                            .orElseGet(() -> new WriteOutcome.Rejected(NOT_APPLIED))));
        }
        List<Entry> others = entries.stream()
                .filter(entry ->
                        entry.operation() != Operation.CREATE && entry.ref().isPresent())
                .toList();
        if (!others.isEmpty()) {
            Map<RecordRef, VendorRecord> read =
                    reader
                            .read(
                                    all,
                                    others.stream()
                                            .map(entry -> entry.ref().orElseThrow())
                                            .distinct()
                                            .toList())
                            .stream()
                            .collect(Collectors.toMap(VendorRecord::ref, Function.identity(), (one, other) -> one));
            others.forEach(entry ->
                    outcomes.put(entry, outcome(entry, read.get(entry.ref().orElseThrow()))));
        }
        settlement.settle(outcomes, now);
        return outcomes.size();
    }

    private Map<String, String> keys(List<Entry> creates) {
        Map<String, String> keys = new LinkedHashMap<>();
        var links = store.linksOf(Delivery.aggregates(creates));
        creates.forEach(entry -> links.getOrDefault(entry.aggregate(), List.of()).stream()
                .filter(link ->
                        link.slot().equals(entry.slot()) && link.recordId().isEmpty())
                .findFirst()
                .ifPresent(link -> keys.put(entry.id(), link.key())));
        return keys;
    }

    private WriteOutcome outcome(Entry entry, @org.jspecify.annotations.Nullable VendorRecord record) {
        if (record == null) {
            return new WriteOutcome.Rejected(
                    Failure.of(FailureKind.NOT_FOUND, "LL-GONE", "the record is gone since the write was planned"));
        }
        boolean allThere = entry.deltas().entrySet().stream()
                .allMatch(delta -> vendors.same(
                        entry.slot().connection(),
                        entry.slot().type(),
                        delta.getKey(),
                        record.value(delta.getKey()),
                        delta.getValue().after()));
        return allThere && !entry.deltas().isEmpty() ? applied(record, false) : new WriteOutcome.Rejected(NOT_APPLIED);
    }

    private static WriteOutcome applied(VendorRecord record, boolean adopted) {
        return new WriteOutcome.Applied(record.ref(), Optional.of(record.version()), adopted);
    }
}
