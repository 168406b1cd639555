package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Store;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the records that our own facts are about, in bulk. */
final class NamedRecords {

    /** What is read back once it is settled: a new record for its owner, an announced hand-off for its delivery. */
    private static final Set<String> READ_BACK = Set.of("created", "evidence", "delivers", "alert");

    private final Setup setup;
    private final Store store;

    NamedRecords(Setup setup, Store store) {
        this.setup = setup;
        this.store = store;
    }

    Map<AggregateId, List<Sighting>> read(List<InternalChange> due, Instant now) {
        Map<AggregateId, List<RecordRef>> wanted = new LinkedHashMap<>();
        Map<AggregateId, AggregateState> states = store.load(
                due.stream().map(InternalChange::aggregate).distinct().toList());
        for (InternalChange change : due) {
            List<RecordRef> refs = refs(change, states.get(change.aggregate()));
            if (!refs.isEmpty()) {
                wanted.computeIfAbsent(change.aggregate(), id -> new ArrayList<>())
                        .addAll(refs);
            }
        }
        Map<RecordRef, VendorRecord> records = records(wanted);
        Map<AggregateId, List<Sighting>> sightings = new LinkedHashMap<>();
        wanted.forEach((id, refs) -> refs.stream().distinct().forEach(ref -> {
            VendorRecord record = Optional.ofNullable(records.get(ref)).orElseGet(() -> gone(ref, states.get(id), now));
            Connected connected = setup.connected(ref.connection());
            setup.mappings()
                    .mapping(connected.system(), ref.type())
                    .ifPresent(mapping -> sightings
                            .computeIfAbsent(id, any -> new ArrayList<>())
                            .add(Sighting.of(connected, mapping, record)));
        }));
        return sightings;
    }

    private List<RecordRef> refs(InternalChange change, @Nullable AggregateState state) {
        if (change.kind() == InternalChange.Kind.READ_AGAIN) {
            String[] parts = change.detail().split("/", 3);
            return List.of(new RecordRef(new ConnectionId(parts[0]), new ObjectType(parts[1]), parts[2]));
        }
        boolean announced = READ_BACK.contains(change.detail());
        if (change.kind() != InternalChange.Kind.DELIVERED || !announced || state == null) {
            return List.of();
        }
        return setup.connected(Role.CRM)
                .flatMap(crm -> setup.mappings()
                        .mapping(crm.system(), Kind.PERSON)
                        .flatMap(mapping -> PersonPlan.primary(state, crm, mapping)))
                .map(facet -> List.of(facet.ref()))
                .orElse(List.of());
    }

    private Map<RecordRef, VendorRecord> records(Map<AggregateId, List<RecordRef>> wanted) {
        Map<ConnectionId, Map<ObjectType, List<RecordRef>>> places = new LinkedHashMap<>();
        wanted.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(ref -> places.computeIfAbsent(ref.connection(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(ref.type(), type -> new ArrayList<>())
                        .add(ref));
        Map<RecordRef, VendorRecord> records = new HashMap<>();
        places.forEach((id, types) -> types.forEach((type, refs) -> {
            Connected connected = setup.connected(id);
            setup.mappings()
                    .mapping(connected.system(), type)
                    .ifPresent(mapping -> connected
                            .adapter()
                            .reader()
                            .read(mapping.projection(type), refs)
                            .forEach(record -> records.put(record.ref(), record)));
        }));
        return records;
    }

    private static VendorRecord gone(RecordRef ref, @Nullable AggregateState state, Instant now) {
        Facet facet = state == null ? null : state.facets().get(ref);
        long version = facet == null ? 0 : facet.readVersion();
        return new VendorRecord(
                ref,
                new RecordVersion(version),
                now,
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(new Retired.Deleted()));
    }
}
