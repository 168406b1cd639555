package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.Store;
import io.leadloop.mapping.Mapping;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes a page of records through the rooms and commits all that follows from it, once. */
final class PageWork {

    private static final int TRIES = 5;

    private final Setup setup;
    private final Store store;
    private final Resolve resolve;
    private final Flows flows;

    PageWork(Setup setup, Store store, Resolve resolve, Flows flows) {
        this.setup = setup;
        this.store = store;
        this.resolve = resolve;
        this.flows = flows;
    }

    /** @param also what is committed with it, such as the cursor */
    void take(Connected connected, List<VendorRecord> records, Instant now, Consumer<Desk> also) {
        if (!records.isEmpty()) {
            readUnknownOwners(connected, records, now);
        }
        for (int attempt = 1; ; attempt++) {
            Desk desk = new Desk(store, now);
            Map<AggregateId, List<Sighting>> work = group(desk, connected, records);
            desk.fetch(work.keySet());
            desk.fetchOwners(named(desk, work));
            FormerAddresses.ask(desk, work);
            work.forEach((id, sightings) -> flows.follow(desk, id, sightings, List.of()));
            also.accept(desk);
            try {
                desk.commit();
                return;
            } catch (Conflict conflict) {
                if (attempt == TRIES) {
                    throw conflict;
                }
            }
        }
    }

    /** Our own facts: read what they name, follow, and take them away in the same transaction. */
    void take(List<InternalChange> changes, Map<AggregateId, List<Sighting>> sightings, Instant now) {
        Map<AggregateId, List<InternalChange>> nudges = new LinkedHashMap<>();
        changes.forEach(change -> nudges.computeIfAbsent(change.aggregate(), id -> new ArrayList<>())
                .add(change));
        for (int attempt = 1; ; attempt++) {
            Desk desk = new Desk(store, now);
            desk.fetch(nudges.keySet());
            desk.fetchOwners(named(desk, sightings));
            FormerAddresses.ask(desk, sightings);
            changes.forEach(desk::done);
            nudges.forEach(
                    (id, all) -> flows.follow(desk, desk.state(id).id(), sightings.getOrDefault(id, List.of()), all));
            try {
                desk.commit();
                return;
            } catch (Conflict conflict) {
                if (attempt == TRIES) {
                    throw conflict;
                }
            }
        }
    }

    private Map<AggregateId, List<Sighting>> group(Desk desk, Connected connected, List<VendorRecord> records) {
        Map<AggregateId, List<Sighting>> work = new LinkedHashMap<>();
        List<Sighting> things = new ArrayList<>();
        for (VendorRecord record : records) {
            Optional<Mapping> mapping =
                    setup.mappings().mapping(connected.system(), record.ref().type());
            if (mapping.isEmpty()) {
                continue;
            }
            Sighting sighting = Sighting.of(connected, mapping.get(), record);
            if (isPart(mapping.get())) {
                owner(desk, sighting)
                        .ifPresent(id -> work.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(sighting));
            } else {
                things.add(sighting);
            }
        }
        resolve.resolve(desk, things)
                .forEach(resolved -> work.computeIfAbsent(resolved.id(), any -> new ArrayList<>())
                        .add(resolved.sighting()));
        return work;
    }

    /** Records that the aggregates of a page are tied to, or are about to be. */
    private static Set<RecordRef> named(Desk desk, Map<AggregateId, List<Sighting>> work) {
        Set<RecordRef> named = new LinkedHashSet<>();
        work.forEach((id, sightings) -> {
            desk.state(id).relations().values().forEach(named::addAll);
            sightings.forEach(
                    sighting -> named.addAll(sighting.reading().references().values()));
        });
        return named;
    }

    private static boolean isPart(Mapping mapping) {
        return !mapping.kind().isAggregate() || mapping.part().isPresent();
    }

    /** The aggregate that a part belongs to: the person of a touchpoint, the deal of a contact role. */
    private static Optional<AggregateId> owner(Desk desk, Sighting sighting) {
        if (sighting.mapping().kind() == Kind.HANDOFF) {
            return desk.owner(sighting.record().ref());
        }
        String name = sighting.mapping().kind() == Kind.OPPORTUNITY ? "opportunity" : "person";
        return Optional.ofNullable(sighting.reading().references().get(name)).flatMap(desk::owner);
    }

    /** A part can come before the thing that it belongs to, or that it names: those are read first. */
    private void readUnknownOwners(Connected connected, List<VendorRecord> records, Instant now) {
        Set<RecordRef> named = new LinkedHashSet<>();
        for (VendorRecord record : records) {
            setup.mappings()
                    .mapping(connected.system(), record.ref().type())
                    .filter(PageWork::isPart)
                    .map(mapping -> mapping.read(record).references())
                    .ifPresent(references -> named.addAll(references.values()));
        }
        named.removeAll(store.links(named).keySet());
        Map<io.leadloop.canonical.ObjectType, List<RecordRef>> byType = new LinkedHashMap<>();
        named.forEach(ref ->
                byType.computeIfAbsent(ref.type(), type -> new ArrayList<>()).add(ref));
        byType.forEach((type, refs) -> setup.mappings()
                .mapping(connected.system(), type)
                .filter(mapping -> !isPart(mapping))
                .ifPresent(mapping -> take(
                        connected,
                        connected.adapter().reader().read(mapping.projection(type), refs),
                        now,
                        desk -> {})));
    }
}
